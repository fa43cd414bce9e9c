package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.APPEAL_MOVE;
import static org.mulin.ticket.internal.db.Tables.DIRECTIVE;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.SUPERVISION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;

/**
 * The data scope of tickets: the one condition that every query on them carries. Dispatchers, leaders and reviewers
 * reach what lies in their area, units what they have or had a part in, have to supervise, have an order about or have
 * reported, residents what they filed; the rest does not exist for them.
 */
public final class ReachQueries {
    private ReachQueries() {}

    /**
     * What a clerk is shown of other tickets while taking an appeal in: number, matter, place, first words and where it
     * stands, of those in the area that the clerk's unit serves; confidential ones only where {@link #of} reaches.
     */
    public static Condition atIntake(Actor clerk) {
        Condition near = TICKET_.AREA_KEY
                .ge(clerk.scope().lo())
                .and(TICKET_.AREA_KEY.lt(clerk.scope().hi()))
                .and(TICKET_.CONFIDENTIAL.isFalse());
        return of(clerk).or(near);
    }

    public static Condition of(Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return DSL.noCondition();
        }
        if (actor.isResident()) {
            return DSL.exists(DSL.selectOne()
                    .from(APPEAL)
                    .where(APPEAL.TICKET_ID.eq(TICKET_.ID), APPEAL.AUTHOR_ID.eq(actor.accountId())));
        }
        List<Condition> ways = new ArrayList<>();
        if (reachesArea(actor)) {
            ways.add(TICKET_.AREA_KEY
                    .ge(actor.scope().lo())
                    .and(TICKET_.AREA_KEY.lt(actor.scope().hi())));
        }
        UUID unit = actor.unitId();
        if (unit != null && (actor.has(By.HANDLE) || actor.has(By.READ))) {
            ways.add(
                    DSL.exists(DSL.selectOne().from(PART).where(PART.TICKET_ID.eq(TICKET_.ID), PART.UNIT_ID.eq(unit))));
            ways.add(supervisedBy(unit));
            ways.add(orderedOf(unit));
        }
        if (unit != null && actor.has(By.REPORT)) {
            ways.add(reportedBy(unit));
        }
        if (unit != null && looksAfterArea(actor)) {
            ways.add(ofOwnArea(actor));
        }
        return ways.isEmpty() ? DSL.falseCondition() : DSL.or(ways);
    }

    /**
     * The tickets of one who reaches nothing by area: those that {@link #of} holds for, some more than once; null for
     * everybody else.
     */
    static @Nullable SelectLimitStep<Record1<UUID>> own(Actor actor) {
        UUID unit = actor.unitId();
        if (actor.kind() == Actor.Kind.SYSTEM || actor.isResident() || unit == null || reachesArea(actor)) {
            return null;
        }
        var own = DSL.select(PART.TICKET_ID)
                .from(PART)
                .where(PART.UNIT_ID.eq(unit))
                .unionAll(DSL.select(SUPERVISION.TICKET_ID).from(SUPERVISION).where(SUPERVISION.UNIT_ID.eq(unit)))
                .unionAll(DSL.select(DIRECTIVE.TICKET_ID).from(DIRECTIVE).where(DIRECTIVE.UNIT_ID.eq(unit)))
                .unionAll(reported(unit));
        return looksAfterArea(actor)
                ? own.unionAll(DSL.select(TICKET_.ID).from(TICKET_).where(ofOwnArea(actor)))
                : own;
    }

    private static boolean reachesArea(Actor actor) {
        return actor.has(By.TRIAGE) || actor.has(By.OVERSEE) || actor.has(By.REVIEW) || actor.has(By.EXCLUDE);
    }

    /** Grid workers walk their grid; whoever convenes has to know what there is to convene about. */
    private static boolean looksAfterArea(Actor actor) {
        return actor.has(By.REPORT) || actor.has(By.CONVENE);
    }

    /** 本网格, 本社区: what happens in the own area, whoever handles it, unless its author wants it confidential. */
    static Condition ofOwnArea(Actor actor) {
        return TICKET_.CONFIDENTIAL
                .isFalse()
                .and(TICKET_.AREA_KEY.ge(actor.scope().lo()))
                .and(TICKET_.AREA_KEY.lt(actor.scope().hi()));
    }

    /** Whose clock the unit has to decide about, or had to, or which came up to it when it was overdue. */
    static Condition supervisedBy(UUID unit) {
        return TICKET_.ID.in(DSL.select(SUPERVISION.TICKET_ID).from(SUPERVISION).where(SUPERVISION.UNIT_ID.eq(unit)));
    }

    /** About which the unit has an order, or had one. */
    private static Condition orderedOf(UUID unit) {
        return TICKET_.ID.in(DSL.select(DIRECTIVE.TICKET_ID).from(DIRECTIVE).where(DIRECTIVE.UNIT_ID.eq(unit)));
    }

    /** What people of the unit have brought in. */
    static Condition reportedBy(UUID unit) {
        return TICKET_.ID.in(reported(unit));
    }

    /** With the tickets that it was part of before they were merged: whoever has their address finds where it went. */
    private static SelectOrderByStep<Record1<UUID>> reported(UUID unit) {
        return DSL.select(APPEAL.TICKET_ID)
                .from(APPEAL)
                .where(APPEAL.REPORTER_UNIT_ID.eq(unit))
                .unionAll(DSL.select(APPEAL_MOVE.FROM_TICKET_ID)
                        .from(APPEAL_MOVE)
                        .join(APPEAL)
                        .on(APPEAL.ID.eq(APPEAL_MOVE.APPEAL_ID))
                        .where(APPEAL.REPORTER_UNIT_ID.eq(unit)));
    }
}
