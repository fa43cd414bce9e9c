package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.DISPATCH_DECISION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.mulin.base.Ids;
import org.mulin.ticket.internal.db.tables.records.DispatchDecisionRecord;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what decided, so that it can be decided again. */
@Repository
public class DecisionRepository {
    private static final TypeReference<TreeMap<String, Long>> VERSIONS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    DecisionRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(Map<UUID, StoredDecision> decisionsByTicket) {
        var insert = sql.insertInto(
                DISPATCH_DECISION,
                DISPATCH_DECISION.ID,
                DISPATCH_DECISION.TICKET_ID,
                DISPATCH_DECISION.AT,
                DISPATCH_DECISION.FACTS,
                DISPATCH_DECISION.DECISION,
                DISPATCH_DECISION.PACK_VERSIONS);
        for (Map.Entry<UUID, StoredDecision> each : decisionsByTicket.entrySet()) {
            StoredDecision stored = each.getValue();
            insert = insert.values(
                    Ids.next(),
                    each.getKey(),
                    stored.facts().at(),
                    JSONB.valueOf(json.writeValueAsString(stored.facts())),
                    JSONB.valueOf(json.writeValueAsString(stored.decision())),
                    JSONB.valueOf(json.writeValueAsString(stored.packVersions())));
        }
        insert.execute();
    }

    /** The decision in force: the last one. */
    public Optional<StoredDecision> last(UUID ticketId) {
        return sql.selectFrom(DISPATCH_DECISION)
                .where(DISPATCH_DECISION.TICKET_ID.eq(ticketId))
                .orderBy(DISPATCH_DECISION.AT.desc(), DISPATCH_DECISION.ID.desc())
                .limit(1)
                .fetchOptional(this::stored);
    }

    /** All of a ticket's decisions, the last one first. */
    public List<StoredDecision> all(UUID ticketId) {
        return sql.selectFrom(DISPATCH_DECISION)
                .where(DISPATCH_DECISION.TICKET_ID.eq(ticketId))
                .orderBy(DISPATCH_DECISION.AT.desc(), DISPATCH_DECISION.ID.desc())
                .fetch(this::stored);
    }

    /** The same of many tickets, with one statement. */
    public Map<UUID, StoredDecision> last(Collection<UUID> ticketIds) {
        return sql.selectDistinct(DISPATCH_DECISION.fields())
                .on(DISPATCH_DECISION.TICKET_ID)
                .from(DISPATCH_DECISION)
                .where(DISPATCH_DECISION.TICKET_ID.in(ticketIds))
                .orderBy(DISPATCH_DECISION.TICKET_ID, DISPATCH_DECISION.AT.desc(), DISPATCH_DECISION.ID.desc())
                .fetchMap(DISPATCH_DECISION.TICKET_ID, row -> stored(row.into(DISPATCH_DECISION)));
    }

    private StoredDecision stored(DispatchDecisionRecord row) {
        return new StoredDecision(
                json.readValue(row.getFacts().data(), DispatchFacts.class),
                json.readValue(row.getDecision().data(), DispatchDecision.class),
                json.readValue(row.getPackVersions().data(), VERSIONS));
    }
}
