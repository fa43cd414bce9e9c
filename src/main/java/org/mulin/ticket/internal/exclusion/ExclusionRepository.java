package org.mulin.ticket.internal.exclusion;

import static org.mulin.ticket.internal.db.Tables.EXCLUSION;
import static org.mulin.ticket.internal.db.Tables.EXCLUSION_STEP;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.ExclusionRecord;
import org.mulin.ticket.internal.db.tables.records.ExclusionStepRecord;
import org.springframework.stereotype.Repository;

/** Applications as they are written, and the trail of what was done to each. */
@Repository
class ExclusionRepository {
    private final DSLContext sql;

    ExclusionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** @throws Absent when there is none, or none of a ticket that this actor reaches */
    Exclusion find(UUID id, Actor actor) {
        return sql.select(EXCLUSION.fields())
                .from(EXCLUSION)
                .join(TICKET_)
                .on(TICKET_.ID.eq(EXCLUSION.TICKET_ID))
                .where(EXCLUSION.ID.eq(id), ReachQueries.of(actor))
                .fetchOptional(row -> exclusion(row.into(EXCLUSION)))
                .orElseThrow(Absent::new);
    }

    /** In the order in which they were asked for; the caller has reached the ticket. */
    List<Exclusion> ofTicket(UUID ticketId) {
        return sql.selectFrom(EXCLUSION)
                .where(EXCLUSION.TICKET_ID.eq(ticketId))
                .orderBy(EXCLUSION.ID)
                .fetch(ExclusionRepository::exclusion);
    }

    /** @throws Refused {@code exclusion-standing} when someone was faster */
    void insert(Exclusion asked, Actor actor, Instant now) {
        int inserted = sql.insertInto(EXCLUSION, EXCLUSION.fields())
                .valuesOfRecords(row(asked))
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            throw Refused.of("exclusion-standing");
        }
        step(null, asked, ExclusionAction.APPLY, actor, null, now);
    }

    /** @throws Stale when someone was faster */
    void save(
            Exclusion before,
            Exclusion after,
            ExclusionAction action,
            Actor actor,
            @Nullable String words,
            Instant now) {
        int changed = sql.update(EXCLUSION)
                .set(row(after))
                .where(EXCLUSION.ID.eq(before.id()), EXCLUSION.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new Stale(sql.select(EXCLUSION.VERSION)
                    .from(EXCLUSION)
                    .where(EXCLUSION.ID.eq(before.id()))
                    .fetchSingle(EXCLUSION.VERSION));
        }
        step(before, after, action, actor, words, now);
    }

    private void step(
            @Nullable Exclusion before,
            Exclusion after,
            ExclusionAction action,
            Actor actor,
            @Nullable String words,
            Instant now) {
        sql.insertInto(EXCLUSION_STEP)
                .set(EXCLUSION_STEP.EXCLUSION_ID, after.id())
                .set(EXCLUSION_STEP.NUMBER, after.version())
                .set(EXCLUSION_STEP.AT, now)
                .set(EXCLUSION_STEP.ACTION, action.name())
                .set(EXCLUSION_STEP.PARTY, ExclusionLife.partyOf(action).name())
                .set(EXCLUSION_STEP.ACTOR_ID, actor.accountId())
                .set(EXCLUSION_STEP.UNIT_ID, Objects.requireNonNull(actor.unitId()))
                .set(
                        EXCLUSION_STEP.FROM_STATE,
                        before == null ? null : before.state().name())
                .set(EXCLUSION_STEP.TO_STATE, after.state().name())
                .set(EXCLUSION_STEP.WORDS, words)
                .execute();
    }

    /** The reviews by which these applications were granted, by application: what stood before a revocation. */
    Map<UUID, ExclusionStepRecord> grants(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.selectFrom(EXCLUSION_STEP)
                        .where(
                                EXCLUSION_STEP.EXCLUSION_ID.in(ids),
                                EXCLUSION_STEP.ACTION.eq(ExclusionAction.UPHOLD.name()))
                        .fetchMap(EXCLUSION_STEP.EXCLUSION_ID);
    }

    private static ExclusionRecord row(Exclusion exclusion) {
        return new ExclusionRecord(
                exclusion.id(),
                exclusion.ticketId(),
                exclusion.state().name(),
                exclusion.unitId(),
                exclusion.reasonCode(),
                exclusion.reasonName(),
                exclusion.basis(),
                exclusion.rates().stream().sorted().map(Enum::name).toArray(String[]::new),
                exclusion.packVersion(),
                exclusion.words(),
                exclusion.evidenceId(),
                exclusion.appliedAt(),
                exclusion.applicantId(),
                exclusion.decidedAt(),
                exclusion.decidedUnitId(),
                exclusion.decidedWords(),
                exclusion.version());
    }

    static Exclusion exclusion(ExclusionRecord row) {
        return new Exclusion(
                row.getId(),
                row.getTicketId(),
                ExclusionState.valueOf(row.getState()),
                row.getUnitId(),
                row.getReasonCode(),
                row.getReasonName(),
                row.getBasis(),
                rates(row.getRates()),
                row.getPackVersion(),
                row.getWords(),
                row.getEvidenceId(),
                row.getAppliedAt(),
                row.getApplicantId(),
                row.getDecidedAt(),
                row.getDecidedUnitId(),
                row.getDecidedWords(),
                row.getVersion());
    }

    private static Set<RateKind> rates(String[] names) {
        return Arrays.stream(names).map(RateKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
