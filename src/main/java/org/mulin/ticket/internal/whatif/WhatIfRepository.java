package org.mulin.ticket.internal.whatif;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.mulin.ticket.internal.db.Tables.DISPATCH_DECISION;
import static org.mulin.ticket.internal.db.Tables.WHAT_IF;
import static org.mulin.ticket.internal.db.Tables.WHAT_IF_CHANGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WhatIfRepository {
    private static final TypeReference<TreeMap<String, Long>> VERSIONS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    WhatIfRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A decision with where it stands in time. */
    record Kept(UUID id, UUID ticketId, Instant at, StoredDecision decision) {}

    /** A decision that would have come out otherwise. */
    record Changed(Kept kept, Shift shift) {}

    void insert(WhatIf whatIf, Actor actor, Instant now) {
        sql.insertInto(WHAT_IF)
                .set(WHAT_IF.ID, whatIf.id())
                .set(WHAT_IF.DRAFT_ID, whatIf.draftId())
                .set(WHAT_IF.DAYS, whatIf.days())
                .set(WHAT_IF.SINCE, whatIf.since())
                .set(WHAT_IF.UNTIL, whatIf.until())
                .set(WHAT_IF.DECISIONS_TOTAL, whatIf.decisionsTotal())
                .set(WHAT_IF.JOB_ID, whatIf.jobId())
                .set(WHAT_IF.CREATED_BY, actor.accountId())
                .set(WHAT_IF.CREATED_AT, now)
                .execute();
    }

    /** A newer what-if of the same draft takes the place of the older ones. */
    void forget(UUID draftId) {
        sql.deleteFrom(WHAT_IF).where(WHAT_IF.DRAFT_ID.eq(draftId)).execute();
    }

    Optional<WhatIf> find(UUID id) {
        return one(WHAT_IF.ID.eq(id));
    }

    Optional<WhatIf> ofDraft(UUID draftId) {
        return one(WHAT_IF.DRAFT_ID.eq(draftId));
    }

    long decisions(Instant since, Instant until) {
        return sql.select(count())
                .from(DISPATCH_DECISION)
                .where(DISPATCH_DECISION.AT.ge(since), DISPATCH_DECISION.AT.lt(until))
                .fetchSingle(row -> row.value1().longValue());
    }

    /** The next decisions after one, in the order of time. */
    List<Kept> after(WhatIf whatIf, @Nullable Instant at, @Nullable UUID id, int limit) {
        Condition wanted = DISPATCH_DECISION.AT.ge(whatIf.since()).and(DISPATCH_DECISION.AT.lt(whatIf.until()));
        if (at != null && id != null) {
            wanted = wanted.and(row(DISPATCH_DECISION.AT, DISPATCH_DECISION.ID).gt(at, id));
        }
        return sql.selectFrom(DISPATCH_DECISION)
                .where(wanted)
                .orderBy(DISPATCH_DECISION.AT, DISPATCH_DECISION.ID)
                .limit(limit)
                .fetch(row -> new Kept(
                        row.getId(),
                        row.getTicketId(),
                        row.getAt(),
                        new StoredDecision(
                                json.readValue(row.getFacts().data(), DispatchFacts.class),
                                json.readValue(row.getDecision().data(), DispatchDecision.class),
                                versions(row.getPackVersions().data()))));
    }

    void insert(UUID whatIf, List<Changed> changes) {
        sql.batch(changes.stream()
                        .map(change -> sql.insertInto(WHAT_IF_CHANGE)
                                .set(WHAT_IF_CHANGE.WHAT_IF_ID, whatIf)
                                .set(WHAT_IF_CHANGE.DECISION_ID, change.kept.id)
                                .set(WHAT_IF_CHANGE.TICKET_ID, change.kept.ticketId)
                                .set(WHAT_IF_CHANGE.AT, change.kept.at)
                                .set(
                                        WHAT_IF_CHANGE.MATTER_CODE,
                                        change.kept.decision.facts().matterCode())
                                .set(
                                        WHAT_IF_CHANGE.AREA_KEY,
                                        change.kept.decision.facts().areaKey())
                                .set(WHAT_IF_CHANGE.FROM_UNIT_ID, change.shift.fromUnit())
                                .set(WHAT_IF_CHANGE.TO_UNIT_ID, change.shift.toUnit())
                                .set(WHAT_IF_CHANGE.DUE_BEFORE, change.shift.dueBefore())
                                .set(WHAT_IF_CHANGE.DUE_AFTER, change.shift.dueAfter())
                                .set(WHAT_IF_CHANGE.SHIFT_MINUTES, change.shift.minutes()))
                        .toList())
                .execute();
    }

    private Map<String, Long> versions(String kept) {
        return json.readValue(kept, VERSIONS);
    }

    private Optional<WhatIf> one(Condition condition) {
        return sql.selectFrom(WHAT_IF)
                .where(condition)
                .orderBy(WHAT_IF.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new WhatIf(
                        row.getId(),
                        row.getDraftId(),
                        row.getDays(),
                        row.getSince(),
                        row.getUntil(),
                        row.getDecisionsTotal(),
                        row.getJobId()));
    }
}
