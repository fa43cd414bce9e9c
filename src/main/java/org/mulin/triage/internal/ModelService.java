package org.mulin.triage.internal;

import java.util.List;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Said;
import org.mulin.base.Stale;
import org.mulin.policy.Policy;
import org.mulin.triage.Correction;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Triage;
import org.mulin.triage.internal.ModelRepository.Header;
import org.mulin.triage.internal.ModelRepository.Turn;
import org.mulin.triage.internal.ModelViews.ComparisonView;
import org.mulin.triage.internal.ModelViews.TrialView;
import org.springframework.stereotype.Service;

/** 模型回退: a person puts an earlier model back in service. */
@Service
class ModelService {
    private final ModelRepository models;
    private final CorrectionRepository corrections;
    private final ModelQueries queries;
    private final ModelKeeper keeper;
    private final OnceOnly once;
    private final Audit audit;
    private final Policy policy;

    ModelService(
            ModelRepository models,
            CorrectionRepository corrections,
            ModelQueries queries,
            ModelKeeper keeper,
            OnceOnly once,
            Audit audit,
            Policy policy) {
        this.models = models;
        this.corrections = corrections;
        this.queries = queries;
        this.keeper = keeper;
        this.once = once;
        this.audit = audit;
        this.policy = policy;
    }

    /** The answer kept for a repeated key. */
    private record Kept(long version) {}

    /**
     * The next reading is by this model, and only one that was compared with it takes its place.
     *
     * @param inService the model that the person saw in service
     */
    void putBack(Actor actor, String key, long version, long inService, String reason) {
        actor.require(Triage.MANAGE);
        once.run(actor, key, Kept.class, () -> {
            models.oneAtATime();
            Header serving = models.serving().orElseThrow(Absent::new);
            if (serving.version() != inService) {
                throw new Stale(serving.version());
            }
            check(models.find(version).orElseThrow(Absent::new));
            models.serve(
                    version,
                    new Turn(ModelState.ROLLED_BACK, actor, Said.of("model.rolled-back", version, reason)),
                    new Turn(ModelState.SERVING, actor, Said.of("model.put-back", inService, reason)));
            audit.record(
                    actor, Audit.Act.of("triage.put-back", "model", version).with("instead of " + inService));
            return new Kept(version);
        });
        keeper.load();
    }

    /** Whether the model in service is there because a person put it back. */
    boolean isChosen() {
        return models.serving()
                .filter(serving -> models.isChosen(serving.version()))
                .isPresent();
    }

    private void check(Header wanted) {
        if (wanted.state() == ModelState.SERVING) {
            throw Refused.of("model-in-service");
        }
        if (wanted.state() == ModelState.REFUSED) {
            throw Refused.of("model-refused");
        }
        if (wanted.catalogueVersion() != policy.current(MattersTable.class).version()) {
            throw Refused.of("model-other-catalogue", wanted.catalogueVersion());
        }
        if (!isReadable(wanted)) {
            throw Refused.of("model-gone");
        }
    }

    private boolean isReadable(Header header) {
        return header.kept() && LinearModel.isCurrent(models.bytes(header.version()));
    }

    /** How this model and another do on the tickets that are held back now. */
    ComparisonView compare(Actor actor, long version, long other) {
        actor.require(Triage.MANAGE);
        List<Correction> heldBack = corrections.heldBack();
        Trial trial = Trial.of(read(version), heldBack);
        Trial otherTrial = Trial.of(read(other), heldBack);
        return new ComparisonView(
                version,
                other,
                view(trial),
                view(otherTrial),
                trial.rightBeside(otherTrial),
                otherTrial.rightBeside(trial));
    }

    private TrialView view(Trial trial) {
        return ModelViews.trial(
                trial.tickets(),
                trial.right(),
                trial.macroF1(),
                trial.calibrationError(),
                queries.sure(trial.sureness()));
    }

    private LinearModel read(long version) {
        Header header = models.find(version).orElseThrow(Absent::new);
        if (!isReadable(header)) {
            throw Refused.of("model-gone");
        }
        return LinearModel.fromBytes(models.bytes(version));
    }
}
