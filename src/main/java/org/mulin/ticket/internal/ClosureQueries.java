package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.ticket.Closure;
import org.mulin.ticket.ClosurePhoto;
import org.mulin.ticket.Closures;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.db.tables.History;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Point;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Repository;

/** Reports that tickets are done, read from their histories; and the way back. */
@Repository
class ClosureQueries implements Closures {
    private static final List<String> REPORTS = List.of(ActionKind.RESOLVE.name(), ActionKind.SETTLE.name());

    /** Of an appeal without a subject its first words. */
    private static final int ASKED_CHARS_MAX = 60;

    private static final Field<Instant> DUE = DSL.field(DSL.select(DSL.max(PART.DUE_AT))
                    .from(PART)
                    .where(
                            PART.TICKET_ID.eq(HISTORY.TICKET_ID),
                            PART.ROLE.eq(PartRole.LEAD.name()),
                            PART.ENDED_AT.eq(HISTORY.AT)))
            .as("due");

    private static final Field<String> ASKED = DSL.field(
                    DSL.select(DSL.coalesce(DSL.nullif(APPEAL.SUBJECT, ""), DSL.left(APPEAL.WORDS, ASKED_CHARS_MAX)))
                            .from(APPEAL)
                            .where(APPEAL.TICKET_ID.eq(HISTORY.TICKET_ID), APPEAL.CONFIDENTIAL.isFalse())
                            .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                            .limit(1))
            .as("asked");

    private static final List<String> ENDED = List.of("RESOLVED", "CLOSED");
    private static final Field<Boolean> LAST = DSL.field(DSL.notExists(later())).as("last");

    private static final Field<Boolean> REOPENED =
            DSL.field(DSL.exists(takenUp())).as("reopened");

    private final DSLContext sql;
    private final Files files;
    private final TicketRepository tickets;
    private final TicketService service;
    private final StepTaker steps;
    private final Clock clock;

    ClosureQueries(
            DSLContext sql,
            Files files,
            TicketRepository tickets,
            TicketService service,
            StepTaker steps,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.tickets = tickets;
        this.service = service;
        this.steps = steps;
        this.clock = clock;
    }

    private static org.jooq.Select<?> later() {
        History other = HISTORY.as("later");
        return DSL.selectOne()
                .from(other)
                .where(
                        other.TICKET_ID.eq(HISTORY.TICKET_ID),
                        other.ACTION.in(REPORTS),
                        other.NUMBER.gt(HISTORY.NUMBER));
    }

    /** It had been done, and was worked on again after this report. */
    private static org.jooq.Select<?> takenUp() {
        History other = HISTORY.as("taken_up");
        return DSL.selectOne()
                .from(other)
                .where(
                        other.TICKET_ID.eq(HISTORY.TICKET_ID),
                        other.NUMBER.gt(HISTORY.NUMBER),
                        other.FROM_STATUS.in(ENDED),
                        other.TO_STATUS.notIn(ENDED));
    }

    @Override
    public Map<UUID, Closure> latest(Collection<UUID> ticketIds) {
        Instant now = clock.instant();
        return found(HISTORY.TICKET_ID.in(ticketIds).and(DSL.notExists(later())))
                .fetchMap(HISTORY.TICKET_ID, row -> closure(row, now));
    }

    @Override
    public Map<UUID, Closure> of(Collection<UUID> entryIds) {
        Instant now = clock.instant();
        return found(HISTORY.ID.in(entryIds)).fetchMap(HISTORY.ID, row -> closure(row, now));
    }

    private SelectConditionStep<?> found(Condition which) {
        return sql.select(HISTORY.fields())
                .select(TICKET_.fields())
                .select(DUE, ASKED, LAST, REOPENED)
                .from(HISTORY)
                .join(TICKET_)
                .on(TICKET_.ID.eq(HISTORY.TICKET_ID))
                .where(which, HISTORY.ACTION.in(REPORTS));
    }

    private static Closure closure(Record row, Instant now) {
        TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
        Instant until = row.get(TICKET_.REOPEN_UNTIL);
        boolean open = status == TicketStatus.RESOLVED
                || (status == TicketStatus.CLOSED && until != null && !now.isAfter(until));
        return new Closure(
                row.get(HISTORY.ID),
                row.get(HISTORY.TICKET_ID),
                row.get(TICKET_.NUMBER),
                row.get(TICKET_.MATTER_CODE),
                row.get(TICKET_.AREA_KEY),
                Objects.requireNonNullElse(row.get(HISTORY.UNIT_ID), row.get(TICKET_.LEAD_UNIT_ID)),
                row.get(TICKET_.ROUND),
                row.get(TICKET_.OPENED_AT),
                row.get(HISTORY.AT),
                row.get(DUE),
                row.get(TICKET_.LON) == null ? null : new Point(row.get(TICKET_.LON), row.get(TICKET_.LAT)),
                Objects.requireNonNullElse(row.get(ASKED), ""),
                Objects.requireNonNullElse(row.get(HISTORY.WORDS), ""),
                open && row.get(LAST),
                row.get(REOPENED));
    }

    @Override
    public List<ClosurePhoto> photos(Closure closure) {
        FileOwner owner = new FileOwner(StepTaker.PHOTO_OWNER, closure.entryId());
        Double lon =
                closure.point() == null ? null : Double.valueOf(closure.point().lon());
        Double lat =
                closure.point() == null ? null : Double.valueOf(closure.point().lat());
        return files.of(owner.type(), List.of(owner.id())).getOrDefault(owner.id(), List.of()).stream()
                .map(file -> new ClosurePhoto(
                        file.id(), file.name(), files.shot(file.id(), owner, closure.openedAt(), lon, lat)))
                .toList();
    }

    @Override
    public Resource picture(UUID entryId, UUID fileId) {
        return files.open(fileId, new FileOwner(StepTaker.PHOTO_OWNER, entryId)).content();
    }

    @Override
    public void sendBack(Actor actor, Closure closure, String words) {
        Closure now = of(List.of(closure.entryId())).get(closure.entryId());
        if (now == null || !now.returnable()) {
            throw Refused.of("closure-not-returnable");
        }
        Instant at = clock.instant();
        Ticket ticket = tickets.find(closure.ticketId(), Actor.SYSTEM);
        StoredDecision again = service.toSameUnit(ticket, at);
        TicketAction reopen = new TicketAction.Reopen(words, Mandates.of(again.decision()));
        By by = new By(actor, EnumSet.of(TicketRole.SUPERVISOR), null);
        steps.step(ticket, new Planned(reopen, again), by, at);
    }
}
