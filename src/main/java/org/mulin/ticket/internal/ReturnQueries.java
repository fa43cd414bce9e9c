package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.HISTORY;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.base.Refused;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a unit cited when it returned a ticket. */
@Repository
public class ReturnQueries {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    ReturnQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param words what the unit wrote */
    public record LastReturn(Ground ground, String words) {}

    /** @throws Refused {@code return-not-yours-to-judge} when it was never returned */
    public LastReturn last(UUID ticketId) {
        return lastOf(ticketId).orElseThrow(() -> Refused.of(StepGate.RETURNED_BY_ANOTHER.refusal()));
    }

    /** Empty when it was never returned. */
    Optional<LastReturn> lastOf(UUID ticketId) {
        return sql.select(HISTORY.FACTS, HISTORY.WORDS)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId), HISTORY.ACTION.eq(ActionKind.RETURN.name()))
                .orderBy(HISTORY.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new LastReturn(ground(row.value1().data()), String.valueOf(row.value2())));
    }

    /** The units that have returned it. */
    Set<UUID> units(UUID ticketId) {
        return sql.selectDistinct(HISTORY.UNIT_ID)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId), HISTORY.ACTION.eq(ActionKind.RETURN.name()))
                .fetchSet(HISTORY.UNIT_ID);
    }

    private Ground ground(String stored) {
        Map<String, String> facts = json.readValue(stored, FACTS);
        return new Ground(
                Objects.requireNonNull(facts.get("reason")),
                Objects.requireNonNull(facts.get("dutyEntry")),
                facts.get("matter"));
    }
}
