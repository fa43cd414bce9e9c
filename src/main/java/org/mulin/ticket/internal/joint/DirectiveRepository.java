package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.DIRECTIVE;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_TICKET;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Page;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.db.tables.records.DirectiveRecord;
import org.mulin.ticket.internal.joint.DirectiveWorkflow.Side;
import org.springframework.stereotype.Repository;

/** 指挥令: the street's orders; reached by whoever issued or got them, and by reviewers of the place. */
@Repository
class DirectiveRepository {
    private final DSLContext sql;
    private final Names names;
    private final Clock clock;

    DirectiveRepository(DSLContext sql, Names names, Clock clock) {
        this.sql = sql;
        this.names = names;
        this.clock = clock;
    }

    /** @param late done after its time, or not done when that was over */
    record DirectiveView(
            UUID id,
            UUID ticketId,
            String ticketNumber,
            String from,
            String unit,
            String words,
            DirectiveStatus status,
            Instant issuedAt,
            Instant dueAt,
            boolean late,
            @Nullable Instant takenAt,
            @Nullable Instant endedAt,
            @Nullable String result,
            List<DirectiveStep> allowed,
            long version) {}

    record Issued(
            UUID ticketId,
            @Nullable UUID whistleId,
            String areaKey,
            UUID fromUnitId,
            UUID unitId,
            String words,
            Instant at,
            Instant dueAt) {}

    UUID insert(Issued issued) {
        UUID id = Ids.next();
        sql.insertInto(DIRECTIVE)
                .set(DIRECTIVE.ID, id)
                .set(DIRECTIVE.TICKET_ID, issued.ticketId())
                .set(DIRECTIVE.WHISTLE_ID, issued.whistleId())
                .set(DIRECTIVE.AREA_KEY, issued.areaKey())
                .set(DIRECTIVE.FROM_UNIT_ID, issued.fromUnitId())
                .set(DIRECTIVE.UNIT_ID, issued.unitId())
                .set(DIRECTIVE.WORDS, issued.words())
                .set(DIRECTIVE.STATUS, DirectiveStatus.ISSUED.name())
                .set(DIRECTIVE.ISSUED_AT, issued.at())
                .set(DIRECTIVE.DUE_AT, issued.dueAt())
                .set(DIRECTIVE.VERSION, 1L)
                .execute();
        return id;
    }

    private static Condition reach(Actor actor) {
        UUID unit = actor.unitId();
        if (!actor.isStaff() || unit == null) {
            throw new Absent();
        }
        Condition own = DIRECTIVE.UNIT_ID.eq(unit).or(DIRECTIVE.FROM_UNIT_ID.eq(unit));
        return JointSteps.reviews(actor)
                ? own.or(DIRECTIVE
                        .AREA_KEY
                        .ge(actor.scope().lo())
                        .and(DIRECTIVE.AREA_KEY.lt(actor.scope().hi())))
                : own;
    }

    /** Units that have or had a part in the ticket, or are called by a whistle about it. */
    Set<UUID> on(UUID ticketId) {
        return sql.select(PART.UNIT_ID)
                .from(PART)
                .where(PART.TICKET_ID.eq(ticketId))
                .union(sql.select(WHISTLE_CALL.UNIT_ID)
                        .from(WHISTLE_CALL)
                        .join(WHISTLE_TICKET)
                        .on(WHISTLE_TICKET.WHISTLE_ID.eq(WHISTLE_CALL.WHISTLE_ID))
                        .where(WHISTLE_TICKET.TICKET_ID.eq(ticketId)))
                .fetchSet(PART.UNIT_ID);
    }

    DirectiveRecord lock(UUID id, Actor actor) {
        return sql.selectFrom(DIRECTIVE)
                .where(DIRECTIVE.ID.eq(id), reach(actor))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Absent::new);
    }

    void update(UUID id, DirectiveStatus status, @Nullable String result, Instant now) {
        boolean ends = status == DirectiveStatus.DONE || status == DirectiveStatus.RECALLED;
        sql.update(DIRECTIVE)
                .set(DIRECTIVE.STATUS, status.name())
                .set(
                        DIRECTIVE.TAKEN_AT,
                        status == DirectiveStatus.TAKEN ? DSL.val(now, DIRECTIVE.TAKEN_AT) : DIRECTIVE.TAKEN_AT)
                .set(DIRECTIVE.ENDED_AT, ends ? now : null)
                .set(DIRECTIVE.RESULT, result)
                .set(DIRECTIVE.VERSION, DIRECTIVE.VERSION.plus(1))
                .where(DIRECTIVE.ID.eq(id))
                .execute();
    }

    DirectiveView view(UUID id, Actor actor) {
        return find(DIRECTIVE.ID.eq(id), actor, 1).stream().findFirst().orElseThrow(Absent::new);
    }

    Page<DirectiveView> page(Actor actor, Optional<DirectiveStatus> status, @Nullable String cursor, int limit) {
        Condition wanted = status.map(each -> DIRECTIVE.STATUS.eq(each.name())).orElseGet(DSL::noCondition);
        Condition further = cursor == null ? DSL.noCondition() : DIRECTIVE.ID.lt(Page.cursorId(cursor));
        return Page.cut(find(wanted.and(further), actor, limit + 1), limit, DirectiveView::id);
    }

    private List<DirectiveView> find(Condition which, Actor actor, int limit) {
        return sql.select(DIRECTIVE.asterisk(), TICKET_.NUMBER)
                .from(DIRECTIVE)
                .join(TICKET_)
                .on(TICKET_.ID.eq(DIRECTIVE.TICKET_ID))
                .where(which, reach(actor))
                .orderBy(DIRECTIVE.ID.desc())
                .limit(limit)
                .fetch(row -> view(row, actor));
    }

    private DirectiveView view(Record row, Actor actor) {
        DirectiveRecord stored = row.into(DIRECTIVE);
        DirectiveStatus status = DirectiveStatus.valueOf(stored.getStatus());
        Instant until = stored.getEndedAt() == null ? clock.instant() : stored.getEndedAt();
        return new DirectiveView(
                stored.getId(),
                stored.getTicketId(),
                row.get(TICKET_.NUMBER),
                String.valueOf(names.unitName(stored.getFromUnitId())),
                String.valueOf(names.unitName(stored.getUnitId())),
                stored.getWords(),
                status,
                stored.getIssuedAt(),
                stored.getDueAt(),
                status != DirectiveStatus.RECALLED && until.isAfter(stored.getDueAt()),
                stored.getTakenAt(),
                stored.getEndedAt(),
                stored.getResult(),
                DirectiveWorkflow.allowed(status, side(stored, actor)),
                stored.getVersion());
    }

    static Side side(DirectiveRecord order, Actor actor) {
        UUID unit = actor.unitId();
        if (order.getUnitId().equals(unit) && JointSteps.handles(actor)) {
            return Side.DEPARTMENT;
        }
        return order.getFromUnitId().equals(unit) && JointSteps.reviews(actor) ? Side.ISSUER : Side.NONE;
    }
}
