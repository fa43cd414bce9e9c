package org.mulin.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TicketChangesTest {
    private static final UUID ID = UUID.fromString("0199f2f0-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void theOutboxCanReadWhatItWrote() {
        TicketChanges changes = new TicketChanges(List.of(
                new TicketEvent.Registered(ID, ID, null, AT),
                new TicketEvent.Dispatched(ID, ID, AT, true, AT),
                new TicketEvent.Judged(ID, ID, true, false, 2, AT)));
        JsonMapper json = JsonMapper.builder().build();
        String written = json.writeValueAsString(changes);
        assertThat(written).contains("\"kind\":\"Registered\"");
        assertThat(json.readValue(written, TicketChanges.class)).isEqualTo(changes);
    }
}
