package org.mulin.triage.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.triage.Correction;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.PlaceSource;
import org.mulin.triage.Point;
import org.mulin.triage.Reading;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.stereotype.Service;

@Service
class ReadingService implements Triage {
    private final ModelKeeper models;
    private final CorrectionRepository corrections;
    private final PlaceReaders places;

    ReadingService(ModelKeeper models, CorrectionRepository corrections, PlaceReaders places) {
        this.models = models;
        this.corrections = corrections;
        this.places = places;
    }

    @Override
    public Reading read(Text text, @Nullable Point point, @Nullable String areaCode) {
        Plain plain = Plain.of(text.whole());
        ServedModel served = models.served();
        return new Reading(
                served == null
                        ? List.of()
                        : matters(served, places.of(places.tree()).withoutAreas(text, plain)),
                place(text, plain, point, areaCode),
                served == null ? 0 : served.version());
    }

    @Override
    public List<String> sites(Text text) {
        return places.of(places.tree()).sites(text, Plain.of(text.whole()));
    }

    @Override
    public void learn(Correction correction) {
        corrections.save(correction);
    }

    private static List<MatterGuess> matters(ServedModel served, Text text) {
        Plain plain = Plain.of(text.whole());
        return served.backed(matters(served.model(), text, plain), text, plain);
    }

    static List<MatterGuess> matters(LinearModel model, Text text, Plain plain) {
        if (plain.isBlank()) {
            return List.of();
        }
        double[] probabilities = model.probabilities(model.scores(text, plain));
        int[] order = IntStream.range(0, probabilities.length)
                .boxed()
                .filter(label -> !model.labels.get(label).equals(LinearModel.NONE))
                .sorted(Comparator.comparingDouble(label -> -probabilities[label]))
                .limit(Reading.MATTERS_MAX)
                .mapToInt(label -> label)
                .toArray();
        List<List<String>> words = TellingWords.of(model, order, text, plain);
        return IntStream.range(0, order.length)
                .mapToObj(i -> new MatterGuess(model.labels.get(order[i]), probabilities[order[i]], words.get(i), null))
                .toList();
    }

    private Optional<PlaceGuess> place(Text text, Plain plain, @Nullable Point point, @Nullable String areaCode) {
        AreaTree tree = places.tree();
        PlaceReader reader = places.of(tree);
        Optional<Area> around = point == null ? Optional.empty() : tree.at(point.lon(), point.lat());
        if (around.isPresent()) {
            return reader.chosen(around.get().code(), text, plain).map(ReadingService::pointed);
        }
        Optional<PlaceGuess> chosen = areaCode == null ? Optional.empty() : reader.chosen(areaCode, text, plain);
        return chosen.isPresent() ? chosen : reader.named(text, plain);
    }

    /** A point is certain, whatever the words say. */
    private static PlaceGuess pointed(PlaceGuess chosen) {
        return new PlaceGuess(
                chosen.areaCode(), chosen.areaKey(), 1, PlaceSource.POINT, chosen.span(), chosen.placeName());
    }
}
