package org.mulin.triage.internal;

import static org.mulin.triage.internal.db.Tables.MODEL;
import static org.mulin.triage.internal.db.Tables.MODEL_STEP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.triage.TriageSettings;
import org.mulin.triage.internal.ModelViews.ModelStepView;
import org.mulin.triage.internal.ModelViews.ModelView;
import org.mulin.triage.internal.ModelViews.RivalView;
import org.mulin.triage.internal.ModelViews.SureView;
import org.mulin.triage.internal.ModelViews.TrialView;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Model cards as they are read. */
@Repository
class ModelQueries {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    /** Everything but the weights. */
    private static final List<SelectField<?>> CARD = List.of(
            MODEL.VERSION,
            MODEL.STATE,
            MODEL.TRAINED_AT,
            MODEL.CATALOGUE_VERSION,
            MODEL.EXAMPLES,
            MODEL.CORRECTIONS,
            MODEL.CONFIRMED,
            MODEL.SIZE_BYTES,
            MODEL.BYTES.isNotNull(),
            MODEL.COLD,
            MODEL.TICKETS,
            MODEL.TICKETS_RIGHT,
            MODEL.MACRO_F1,
            MODEL.CALIBRATION_ERROR,
            MODEL.SURENESS,
            MODEL.RIVAL,
            MODEL.RIVAL_RIGHT);

    private final DSLContext sql;
    private final JsonMapper json;
    private final Policy policy;

    ModelQueries(DSLContext sql, JsonMapper json, Policy policy) {
        this.sql = sql;
        this.json = json;
        this.policy = policy;
    }

    /** The newest first. */
    Page<ModelView> page(@Nullable ModelState state, @Nullable Long before, int limit) {
        Condition wanted = DSL.and(
                state == null ? DSL.noCondition() : MODEL.STATE.eq(state.name()),
                before == null ? DSL.noCondition() : MODEL.VERSION.lt(before));
        return Page.cut(views(wanted, limit + 1), limit, ModelView::version);
    }

    ModelView view(long version) {
        return views(MODEL.VERSION.eq(version), 1).stream().findFirst().orElseThrow(Absent::new);
    }

    Optional<ModelView> serving() {
        return views(MODEL.STATE.eq(ModelState.SERVING.name()), 1).stream().findFirst();
    }

    private List<ModelView> views(Condition wanted, int limit) {
        var rows = sql.select(CARD)
                .from(MODEL)
                .where(wanted)
                .orderBy(MODEL.VERSION.desc())
                .limit(limit)
                .fetch();
        Map<Long, List<ModelStepView>> steps = sql.selectFrom(MODEL_STEP)
                .where(MODEL_STEP.MODEL.in(rows.getValues(MODEL.VERSION)))
                .orderBy(MODEL_STEP.MODEL, MODEL_STEP.NUMBER)
                .fetchGroups(
                        MODEL_STEP.MODEL,
                        row -> new ModelStepView(
                                ModelState.valueOf(row.getState()),
                                row.getAt(),
                                Actor.shown(row.getActorId(), row.getActorName()),
                                Texts.here(json.readValue(row.getWhy().data(), Said.class))));
        return rows.stream()
                .map(row -> view(row, steps.getOrDefault(row.get(MODEL.VERSION), List.of())))
                .toList();
    }

    private ModelView view(Record row, List<ModelStepView> steps) {
        Map<String, Integer> confirmed = json.readValue(row.get(MODEL.CONFIRMED).data(), COUNTS);
        int confirmedMin = policy.setting(TriageSettings.CONFIRMED_MIN);
        return new ModelView(
                row.get(MODEL.VERSION),
                ModelState.valueOf(row.get(MODEL.STATE)),
                row.get(MODEL.TRAINED_AT),
                row.get(MODEL.CATALOGUE_VERSION),
                row.get(MODEL.COLD) == null,
                row.get(MODEL.EXAMPLES),
                row.get(MODEL.CORRECTIONS),
                confirmed.values().stream().mapToInt(count -> count).sum(),
                (int) confirmed.values().stream()
                        .filter(count -> count >= confirmedMin)
                        .count(),
                row.get(MODEL.SIZE_BYTES),
                row.get(MODEL.BYTES.isNotNull()),
                trial(row),
                row.get(MODEL.RIVAL) == null ? null : new RivalView(row.get(MODEL.RIVAL), row.get(MODEL.RIVAL_RIGHT)),
                steps);
    }

    private @Nullable TrialView trial(Record row) {
        Sureness sureness = json.readValue(row.get(MODEL.SURENESS).data(), Sureness.class);
        return row.get(MODEL.TICKETS) == 0
                ? null
                : ModelViews.trial(
                        row.get(MODEL.TICKETS),
                        row.get(MODEL.TICKETS_RIGHT),
                        row.get(MODEL.MACRO_F1),
                        row.get(MODEL.CALIBRATION_ERROR),
                        sure(sureness));
    }

    /** From where on the model may dispatch alone, as the pack asks for it; null when it never may. */
    @Nullable
    SureView sure(Sureness sureness) {
        return sureness.tickets() < policy.setting(TriageSettings.HELD_BACK_MIN)
                ? null
                : sureness.reaching(policy.setting(TriageSettings.PRECISION))
                        .map(step -> new SureView(step.from(), step.precision(), step.coverage()))
                        .orElse(null);
    }
}
