package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Said;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.mulin.triage.Correction;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.mulin.triage.internal.ModelRepository.Header;
import org.mulin.triage.internal.ModelRepository.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the city's models. The first of a catalogue knows its seed phrases only; each further one learns what people
 * decided as well, is tried on tickets that neither has learnt from, and takes the place of the one in service only if
 * it reads no fewer of them rightly. What a person put in service stays until there are enough tickets to compare it.
 */
@Component
class Teacher {
    private static final Logger LOG = LoggerFactory.getLogger(Teacher.class);
    private static final long SEED = 20_200_707;
    /** Of fewer held-back tickets, one more or less that is right says nothing. */
    static final int COMPARED_MIN = 20;

    private final ModelRepository models;
    private final CorrectionRepository corrections;
    private final Policy policy;

    Teacher(ModelRepository models, CorrectionRepository corrections, Policy policy) {
        this.models = models;
        this.corrections = corrections;
        this.policy = policy;
    }

    /** Sees to it that a model of today's catalogue is in service. */
    void begin(boolean wait) {
        models.alone(wait, () -> {
            Versioned<Matters> catalogue = policy.current(MattersTable.class);
            Header serving = models.serving().orElse(null);
            if (serving != null && serving.catalogueVersion() == catalogue.version() && isReadable(serving)) {
                return;
            }
            long cold = models.cold(catalogue.version())
                    .filter(this::isReadable)
                    .map(Header::version)
                    .orElseGet(() -> coldModel(catalogue));
            models.oneAtATime();
            serve(cold, Said.of(serving == null ? "model.first" : "model.catalogue", catalogue.version()));
        });
    }

    /** Learns what people have decided since, unless another node is at it. */
    void learn() {
        models.alone(false, () -> {
            Versioned<Matters> catalogue = policy.current(MattersTable.class);
            Header cold = models.cold(catalogue.version()).orElse(null);
            Learnt toLearn = corrections.toLearn();
            if (cold != null && !isLearnt(toLearn, catalogue.version(), cold.version())) {
                learn(catalogue, cold.version(), toLearn);
            }
        });
    }

    /** Whether the newest model has seen so much, or there is nothing to see. */
    boolean isLearnt(Learnt toLearn, long catalogueVersion, long coldVersion) {
        return toLearn.equals(Learnt.NOTHING)
                || models.newest(catalogueVersion)
                        .filter(header -> header.coldVersion() == coldVersion
                                && header.learnt().equals(toLearn))
                        .isPresent();
    }

    private void learn(Versioned<Matters> catalogue, long cold, Learnt toLearn) {
        Map<String, Integer> confirmed = new TreeMap<>();
        List<Example> examples = examples(catalogue.content(), confirmed);
        LinearModel model = new Trainer(SEED).train(examples);
        models.oneAtATime();
        Header serving = models.serving().orElseThrow();
        if (serving.catalogueVersion() != catalogue.version()) {
            // the catalogue was changed meanwhile: begin() puts its first model in service, and this one is too late
            return;
        }
        List<Correction> heldBack = corrections.heldBack();
        Trial trial = Trial.of(model, heldBack);
        ModelCard.Rival rival = trial.tickets() < COMPARED_MIN
                ? null
                : new ModelCard.Rival(
                        serving.version(), Trial.of(read(serving), heldBack).right());
        var card = new ModelCard(catalogue.version(), toLearn, examples.size(), cold, confirmed, trial, rival);
        long version = models.insert(card, model.toBytes());
        if (rival == null && models.isChosen(serving.version())) {
            models.refuse(version, Said.of("model.chosen", trial.tickets(), COMPARED_MIN, serving.version()));
        } else if (rival != null && trial.right() < rival.right()) {
            models.refuse(
                    version, Said.of("model.worse", trial.tickets(), trial.right(), rival.version(), rival.right()));
        } else {
            serve(version, why(trial, rival));
        }
        LOG.info("triage model {}: {} examples, {} corrections", version, examples.size(), toLearn.corrections());
    }

    private static Said why(Trial trial, ModelCard.@Nullable Rival rival) {
        return rival == null
                ? Said.of("model.too-few", trial.tickets(), COMPARED_MIN)
                : Said.of("model.not-worse", trial.tickets(), trial.right(), rival.version(), rival.right());
    }

    private void serve(long version, Said why) {
        models.serve(
                version,
                new Turn(ModelState.EARLIER, Actor.SYSTEM, Said.of("model.replaced", version)),
                new Turn(ModelState.SERVING, Actor.SYSTEM, why));
    }

    private long coldModel(Versioned<Matters> catalogue) {
        List<Example> examples = new SeedExamples(SEED).of(catalogue.content());
        byte[] bytes = new Trainer(SEED).train(examples).toBytes();
        LOG.info("triage model of the catalogue's phrases: {} examples", examples.size());
        var card =
                new ModelCard(catalogue.version(), Learnt.NOTHING, examples.size(), null, Map.of(), Trial.NONE, null);
        return models.insert(card, bytes);
    }

    /** @param confirmed is told how many confirmed tickets of each matter are among them */
    private List<Example> examples(Matters matters, Map<String, Integer> confirmed) {
        List<Example> examples = new ArrayList<>(new SeedExamples(SEED).of(matters));
        Set<String> labels = matters.leaves().stream().map(Matter::code).collect(Collectors.toSet());
        int group = examples.size();
        for (Correction correction : corrections.taught()) {
            if (labels.contains(correction.matterCode())) {
                examples.add(new Example(correction.text(), correction.matterCode(), group++, true));
                confirmed.merge(correction.matterCode(), 1, Integer::sum);
            }
        }
        return examples;
    }

    private LinearModel read(Header header) {
        return LinearModel.fromBytes(models.bytes(header.version()));
    }

    /** Whether it is still there, and made as this program makes models. */
    private boolean isReadable(Header header) {
        return header.kept() && LinearModel.isCurrent(models.bytes(header.version()));
    }
}
