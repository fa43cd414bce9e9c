package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.OBJECTION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.ObjectionRecord;
import org.mulin.ticket.internal.joint.WhistleViews.ObjectionRow;
import org.springframework.stereotype.Repository;

/** Kick-backs in the reader's reach, the newest first; a department without the review sees its own. */
@Repository
class ObjectionQueries {
    private final DSLContext sql;
    private final Names names;
    private final Reasons reasons;
    private final Clock clock;

    ObjectionQueries(DSLContext sql, Names names, Reasons reasons, Clock clock) {
        this.sql = sql;
        this.names = names;
        this.reasons = reasons;
        this.clock = clock;
    }

    Page<ObjectionRow> page(
            Actor actor, @Nullable ObjectionStatus status, @Nullable UUID unit, @Nullable String cursor, int limit) {
        if (actor.isResident()) {
            throw new Absent();
        }
        List<ObjectionRow> rows = sql.select(
                        OBJECTION.asterisk(),
                        TICKET_.NUMBER.as("ticket_number"),
                        TICKET_.MATTER_CODE.as("ticket_matter"),
                        TICKET_.AREA_KEY,
                        TICKET_.VERSION.as("ticket_version"),
                        WHISTLE_CALL.WHISTLE_ID,
                        WHISTLE_CALL.VERSION.as("call_version"),
                        WHISTLE.CONVENER_UNIT_ID,
                        calledToo(actor).as("called_too"))
                .from(OBJECTION)
                .join(TICKET_)
                .on(TICKET_.ID.eq(OBJECTION.TICKET_ID))
                .leftJoin(WHISTLE_CALL)
                .on(WHISTLE_CALL.ID.eq(OBJECTION.CALL_ID))
                .leftJoin(WHISTLE)
                .on(WHISTLE.ID.eq(WHISTLE_CALL.WHISTLE_ID))
                .where(ReachQueries.of(actor), mine(actor))
                .and(status == null ? DSL.noCondition() : OBJECTION.STATUS.eq(status.name()))
                .and(unit == null ? DSL.noCondition() : OBJECTION.UNIT_ID.eq(unit))
                .and(cursor == null ? DSL.noCondition() : OBJECTION.ID.lt(Page.cursorId(cursor)))
                .orderBy(OBJECTION.ID.desc())
                .limit(limit + 1)
                .fetch(row -> row(row, actor));
        return Page.cut(rows, limit, ObjectionRow::id);
    }

    private static Condition mine(Actor actor) {
        UUID unit = actor.unitId();
        return JointSteps.reviews(actor) || unit == null ? DSL.noCondition() : OBJECTION.UNIT_ID.eq(unit);
    }

    private static Condition calledToo(Actor actor) {
        UUID unit = actor.unitId();
        var others = WHISTLE_CALL.as("others");
        return unit == null
                ? DSL.falseCondition()
                : DSL.exists(DSL.selectOne()
                        .from(others)
                        .where(others.WHISTLE_ID.eq(WHISTLE_CALL.WHISTLE_ID), others.UNIT_ID.eq(unit)));
    }

    private ObjectionRow row(Record row, Actor actor) {
        ObjectionRecord stored = row.into(OBJECTION);
        boolean ofCall = stored.getCallId() != null;
        boolean party = Objects.equals(actor.unitId(), stored.getUnitId())
                || Objects.equals(actor.unitId(), row.get(WHISTLE.CONVENER_UNIT_ID))
                || Boolean.TRUE.equals(row.get("called_too", Boolean.class));
        boolean open = stored.getStatus().equals(ObjectionStatus.OPEN.name());
        Instant now = clock.instant();
        return new ObjectionRow(
                stored.getId(),
                stored.getTicketId(),
                row.get("ticket_number", String.class),
                names.matter(row.get("ticket_matter", String.class)),
                row.get(WHISTLE_CALL.WHISTLE_ID),
                stored.getCallId(),
                String.valueOf(names.unitName(stored.getUnitId())),
                stored.getNumber(),
                reasons.text(stored.getReasonCode()),
                reasons.entry(stored.getDutyEntry()),
                names.matter(stored.getMatterCode()),
                stored.getWords(),
                stored.getRaisedAt(),
                stored.getDueAt(),
                Reasons.isLate(stored.getDecidedAt(), stored.getDueAt(), now),
                ObjectionStatus.valueOf(stored.getStatus()),
                stored.getDecidedAt(),
                names.unitName(stored.getDecidedUnitId()),
                stored.getDecidedWords(),
                names.unitName(stored.getToUnitId()),
                open && !party && JointSteps.reviews(actor, row.get(TICKET_.AREA_KEY)),
                ofCall ? row.get("call_version", Long.class) : row.get("ticket_version", Long.class));
    }
}
