package org.mulin.admission.internal;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.mulin.admission.internal.db.Tables.CHORE;
import static org.mulin.admission.internal.db.Tables.REQUEST;
import static org.mulin.admission.internal.db.Tables.TASK;
import static org.mulin.admission.internal.db.Tables.VOICE;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.springframework.stereotype.Repository;

/** The one gate of this module's queries: which rows an actor reaches. */
@Repository
class AdmissionReachQueries {
    private final Positions positions;

    AdmissionReachQueries(Positions positions) {
        this.positions = positions;
    }

    /** What the own unit sent or got, and what is asked in the area overseen. */
    Condition tasks(Actor actor) {
        UUID own = actor.unitId();
        if (own == null || !actor.has(AdmissionRights.READ)) {
            return DSL.falseCondition();
        }
        return TASK.SENDER_UNIT_ID
                .eq(own)
                .or(TASK.UNIT_ID.eq(own))
                .or(within(TASK.AREA_KEY, positions.overseen(actor)));
    }

    /** What the own unit asks, what a community was asked about, and what concerns the area overseen. */
    Condition requests(Actor actor) {
        UUID own = actor.unitId();
        if (own == null || !actor.has(AdmissionRights.READ)) {
            return DSL.falseCondition();
        }
        Condition asked = exists(selectOne().from(VOICE).where(VOICE.REQUEST_ID.eq(REQUEST.ID), VOICE.UNIT_ID.eq(own)));
        Condition mine = REQUEST.UNIT_ID.eq(own).or(asked);
        if (positions.isCommunity(actor)) {
            return mine;
        }
        AreaRange overseen = positions.overseen(actor);
        Condition wider = overseen.equals(AreaRange.NONE)
                ? DSL.falseCondition()
                : val(overseen.lo()).startsWith(REQUEST.AREA_KEY);
        return mine.or(within(REQUEST.AREA_KEY, overseen)).or(wider);
    }

    /** What was recorded in the area overseen, and what one recorded oneself, such as a grid's worker. */
    Condition chores(Actor actor) {
        return within(CHORE.AREA_KEY, positions.overseen(actor)).or(CHORE.RECORDER_ID.eq(actor.accountId()));
    }

    static Condition within(Field<String> key, AreaRange range) {
        return range.equals(AreaRange.NONE)
                ? DSL.falseCondition()
                : key.ge(range.lo()).and(key.lt(range.hi()));
    }
}
