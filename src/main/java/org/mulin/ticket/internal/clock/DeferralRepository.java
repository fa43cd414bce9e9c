package org.mulin.ticket.internal.clock;

import static org.mulin.ticket.internal.db.Tables.DEFERRAL;
import static org.mulin.ticket.internal.db.Tables.DEFERRAL_STEP;
import static org.mulin.ticket.internal.db.Tables.ESCALATION;
import static org.mulin.ticket.internal.db.Tables.SUPERVISION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Stale;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.LeadWatch;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.DeferralRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DeferralRepository implements LeadWatch {
    private static final TypeReference<TreeMap<String, Long>> VERSIONS = new TypeReference<>() {};
    private static final List<String> OPEN = List.of("ASKED", "RUNNING", "REVIEW");

    private final DSLContext sql;
    private final JsonMapper json;

    DeferralRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What somebody does to a deferral, for its history. */
    record Deed(
            DeferralAction action,
            DeferralParty party,
            UUID actorId,
            @Nullable String words) {
        static Deed bySystem(DeferralAction action) {
            return new Deed(action, DeferralParty.SYSTEM, Actor.SYSTEM.accountId(), null);
        }
    }

    /** @throws Absent when there is none, or none of a ticket that this actor reaches */
    Deferral find(UUID id, Actor actor) {
        return sql.select(DEFERRAL.fields())
                .from(DEFERRAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(DEFERRAL.TICKET_ID))
                .where(DEFERRAL.ID.eq(id), ReachQueries.of(actor))
                .fetchOptional(row -> deferral(row.into(DEFERRAL)))
                .orElseThrow(Absent::new);
    }

    /** In the order in which they were asked for; the caller has reached the ticket. */
    List<Deferral> ofTicket(UUID ticketId) {
        return sql.selectFrom(DEFERRAL)
                .where(DEFERRAL.TICKET_ID.eq(ticketId))
                .orderBy(DEFERRAL.ASKED_AT, DEFERRAL.ID)
                .fetch(this::deferral);
    }

    /** Whether another platform set the deadline that the ticket has. */
    boolean isGiven(UUID ticketId) {
        return sql.fetchExists(TICKET_, TICKET_.ID.eq(ticketId), TICKET_.GIVEN_DUE_AT.eq(TICKET_.DUE_AT));
    }

    void insert(Deferral asked, UUID actorId, Instant now) {
        sql.insertInto(DEFERRAL, DEFERRAL.fields()).valuesOfRecords(row(asked)).execute();
        step(null, asked, new Deed(DeferralAction.ASK, DeferralParty.UNIT, actorId, null), now);
        sql.insertInto(SUPERVISION)
                .set(SUPERVISION.UNIT_ID, asked.approverId())
                .set(SUPERVISION.TICKET_ID, asked.ticketId())
                .set(SUPERVISION.SINCE, now)
                .onConflictDoNothing()
                .execute();
    }

    /** @throws Stale when someone was faster */
    void save(Deferral before, Deferral after, Deed deed, Instant now) {
        int changed = sql.update(DEFERRAL)
                .set(row(after))
                .where(DEFERRAL.ID.eq(before.id()), DEFERRAL.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new Stale(sql.select(DEFERRAL.VERSION)
                    .from(DEFERRAL)
                    .where(DEFERRAL.ID.eq(before.id()))
                    .fetchSingle(DEFERRAL.VERSION));
        }
        step(before, after, deed, now);
    }

    private void step(@Nullable Deferral before, Deferral after, Deed deed, Instant now) {
        sql.insertInto(DEFERRAL_STEP)
                .set(DEFERRAL_STEP.DEFERRAL_ID, after.id())
                .set(DEFERRAL_STEP.NUMBER, after.version())
                .set(DEFERRAL_STEP.AT, now)
                .set(DEFERRAL_STEP.ACTION, deed.action().name())
                .set(DEFERRAL_STEP.PARTY, deed.party().name())
                .set(DEFERRAL_STEP.ACTOR_ID, deed.actorId())
                .set(
                        DEFERRAL_STEP.FROM_STATE,
                        before == null ? null : before.state().name())
                .set(DEFERRAL_STEP.TO_STATE, after.state().name())
                .set(DEFERRAL_STEP.WORDS, deed.words())
                .execute();
    }

    /** What a timer has to do next, whose tickets nobody is writing; they stay locked until the caller commits. */
    List<Deferral> takeDue(Instant now, int deferrals_max) {
        return sql.select(DEFERRAL.fields())
                .from(DEFERRAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(DEFERRAL.TICKET_ID))
                .where(DEFERRAL.ALARM_AT.le(now))
                .orderBy(DEFERRAL.ALARM_AT)
                .limit(deferrals_max)
                .forUpdate()
                .of(DEFERRAL, TICKET_)
                .skipLocked()
                .fetch(row -> deferral(row.into(DEFERRAL)));
    }

    /** Nobody decides any more about what was asked of these tickets' clocks. */
    void lapse(Collection<UUID> ticketIds, Instant now) {
        sql.selectFrom(DEFERRAL)
                .where(DEFERRAL.TICKET_ID.in(ticketIds), DEFERRAL.STATE.eq("ASKED"))
                .forUpdate()
                .fetch(this::deferral)
                .forEach(asked -> close(asked, now));
    }

    /** What was open about the unit's clock is over with its work. */
    @Override
    public void leadEnded(UUID ticketId, Instant now) {
        sql.selectFrom(DEFERRAL)
                .where(DEFERRAL.TICKET_ID.eq(ticketId), DEFERRAL.STATE.in(OPEN))
                .forUpdate()
                .fetch(this::deferral)
                .forEach(open -> close(open, now));
        sql.update(ESCALATION)
                .set(ESCALATION.ENDED_AT, now)
                .setNull(ESCALATION.ALARM_AT)
                .where(ESCALATION.TICKET_ID.eq(ticketId), ESCALATION.ENDED_AT.isNull())
                .execute();
    }

    private void close(Deferral open, Instant now) {
        DeferralAction action = open.isPausing() ? DeferralAction.END : DeferralAction.LAPSE;
        DeferralState next = DeferralLife.after(open.kind(), open.state(), action, DeferralParty.SYSTEM);
        Deferral closed = open.isPausing() ? open.ended(now) : open.decided(next, now);
        save(open, closed, Deed.bySystem(action), now);
    }

    private DeferralRecord row(Deferral deferral) {
        Limit extension = deferral.extension();
        Map<String, Long> versions = deferral.packVersions();
        return new DeferralRecord(
                deferral.id(),
                deferral.ticketId(),
                deferral.kind().name(),
                deferral.state().name(),
                deferral.unitId(),
                deferral.approverId(),
                deferral.reason(),
                deferral.plan(),
                extension == null ? null : extension.toString(),
                deferral.reviewAt(),
                deferral.askedAt(),
                deferral.decidedAt(),
                deferral.pausedFrom(),
                deferral.pausedUntil(),
                deferral.alarmAt(),
                versions == null ? null : JSONB.valueOf(json.writeValueAsString(versions)),
                deferral.version());
    }

    Deferral deferral(DeferralRecord row) {
        JSONB versions = row.getPackVersions();
        return new Deferral(
                row.getId(),
                row.getTicketId(),
                DeferralKind.valueOf(row.getKind()),
                DeferralState.valueOf(row.getState()),
                row.getUnitId(),
                row.getApproverId(),
                row.getReason(),
                row.getPlan(),
                row.getExtension() == null ? null : Limit.of(row.getExtension()),
                row.getReviewAt(),
                row.getAskedAt(),
                row.getDecidedAt(),
                row.getPausedFrom(),
                row.getPausedUntil(),
                row.getAlarmAt(),
                versions == null ? null : json.readValue(versions.data(), VERSIONS),
                row.getVersion());
    }
}
