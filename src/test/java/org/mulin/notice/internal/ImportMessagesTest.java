package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.Ids;
import org.mulin.base.StatementCount;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ImportMessagesTest extends NoticeHttpTest {
    @Autowired
    private StatementCount statements;

    @Test
    void anImportOfFiveHundredIsOneMessageAUnitAndFewStatements() {
        Browser firm = staffOnPost("property-clerk");
        settle();
        clear(firm);
        TicketChanges changes = taken(imported(500));
        int count = statements.during("notice", () -> deliver(changes));
        assertThat(count).isLessThanOrEqualTo(8);
        assertThat(unread(firm)).isEqualTo(1);
        JsonNode summary = first(firm);
        assertThat(summary.get("text").asString()).isEqualTo("批量导入新工单 500 件，请及时受理");
        assertThat(summary.get("ticketId").isNull()).isTrue();

        // the next batch of the same minute grows the same message, and it is unread again
        clear(firm);
        deliver(new TicketChanges(changes.events().subList(0, 6)));
        assertThat(first(firm).get("count").asInt()).isEqualTo(503);
        assertThat(unread(firm)).isEqualTo(1);
    }

    private TicketChanges taken(List<String> ids) {
        Instant now = Instant.now();
        List<TicketEvent> all = new ArrayList<>();
        for (String id : ids) {
            UUID ticket = UUID.fromString(id);
            all.add(new TicketEvent.Registered(ticket, Ids.next(), null, now));
            all.add(new TicketEvent.Dispatched(ticket, unit("property"), now, true, now));
        }
        return new TicketChanges(all);
    }

    private List<String> imported(int count) {
        Browser desk = staffOnPost("hotline-clerk");
        String run = "notice-" + Ids.next();
        StringBuilder csv = new StringBuilder("id,body\n");
        IntStream.range(0, count)
                .forEach(n -> csv.append(run).append('-').append(n).append(",云栖里小区电梯坏了没人修\n"));
        JsonNode uploaded = desk.upload(
                        "/api/imports", "file", "n.csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
        String address = "/api/imports/" + uploaded.get("id").asString();
        desk.post(address + "/starts", "{\"mapping\":null}").expect(200);
        Awaitility.await()
                .atMost(PATIENCE.multipliedBy(3))
                .until(() -> desk.get(address)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("DONE"));
        settle();
        clear(staffOnPost("property-clerk"));
        List<String> ids = rows.queryForList(
                "select ticket_id::text from ticket.appeal where external_id like ?", String.class, run + "%");
        assertThat(ids).hasSize(count);
        // the import itself told the same minute's summary; the test's own begins anew
        rows.update("delete from notice.message where summary_of is not null");
        return ids;
    }

    private static void clear(Browser reader) {
        reader.post("/api/inbox/readings", Map.of("before", Instant.now().toString()))
                .expect(200);
    }

    private static JsonNode first(Browser reader) {
        return reader.get("/api/inbox?unread=true")
                .expect(200)
                .body()
                .get("items")
                .get(0);
    }
}
