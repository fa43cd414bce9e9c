package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.base.Refused;
import org.mulin.ticket.Channel;
import org.mulin.ticket.OpenAppeal;
import org.mulin.ticket.OpenSearch;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.OpenTickets;
import org.mulin.ticket.TicketStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** What anybody may read, and what nobody but staff and authors may. */
class OpenTicketsTest extends TicketHttpTest {
    private static final Actor PROGRAM =
            new Actor(UUID.randomUUID(), Actor.Kind.SYSTEM, "program", null, null, AreaRange.NONE, Set.of());

    @Autowired
    private OpenTickets open;

    private OpenTickets.Filed file(String matter) {
        return open.file(
                PROGRAM, new OpenAppeal(matter, "灯坏了，请打12900001234找我", null, GRID, "云栖里小区3栋2单元501室", null, null));
    }

    private List<String> open(String... numbers) {
        return open.numbered(List.of(numbers)).stream().map(OpenTicket::number).toList();
    }

    private String submitPublic(Map<String, Object> wish) {
        Map<String, Object> body = new HashMap<>(appeal(MANHOLE, GRID, false));
        body.putAll(wish);
        return resident()
                .post("/api/appeals", body)
                .expect(201)
                .body()
                .get("number")
                .asString();
    }

    @Test
    void theMatterIsTheOneThatTheAuthorChose() {
        OpenTickets.Filed filed = file("fac-lamp");
        OpenTicket seen = open.numbered(List.of(filed.number())).getFirst();
        assertThat(seen.matterCode()).isEqualTo("fac-lamp");
        assertThat(seen.status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(seen.channel()).isEqualTo(Channel.OPEN311);
        assertThat(seen.words()).isEqualTo("灯坏了，请打***找我");
        assertThat(seen.placeText()).isEqualTo("云栖里小区3栋***");
        String reasons = ticket(dispatcher(), filed.ticketId().toString())
                .get("decision")
                .toString();
        assertThat(reasons).contains("诉求人选择的事项为“路灯不亮”");
    }

    @Test
    void aMatterThatIsNoLeafIsRefused() {
        assertThatThrownBy(() -> file("fac")).isInstanceOf(Refused.class).hasMessage("matter-unknown");
    }

    @Test
    void closedMattersAreNotShownWhoeverFiledThem() {
        assertThat(open(file("prop-leak").number())).isEmpty();
    }

    @Test
    void residentsDecideWhetherTheirsAreShown() {
        String shown = submitPublic(Map.of("public", true));
        String kept = submitPublic(Map.of("public", false));
        String unsaid = submitPublic(Map.of());
        assertThat(open(shown, kept, unsaid)).containsExactly(shown);
        Instant now = Instant.parse("2999-01-01T00:00:00Z");
        OpenSearch all = new OpenSearch(Set.of(), Set.of(), Instant.EPOCH, now, 0, OpenTickets.FIND_MAX);
        assertThat(open.find(all).stream().map(OpenTicket::number).toList())
                .contains(shown)
                .doesNotContain(kept, unsaid);
    }

    @Test
    void whatWasWithdrawnIsNotShown() {
        Map<String, Object> body = new HashMap<>(appeal(MANHOLE, GRID, false));
        body.put("public", true);
        Browser resident = resident();
        var receipt = resident.post("/api/appeals", body).expect(201).body();
        String number = receipt.get("number").asString();
        assertThat(open(number)).containsExactly(number);
        my(resident, appealId(receipt), "withdrawals", Map.of("reason", "弄错了")).expect(200);
        assertThat(open(number)).isEmpty();
    }

    @Test
    void nothingIsConfidentialAndPublicAtOnce() {
        Map<String, Object> body = new HashMap<>(appeal(MANHOLE, GRID, true));
        body.put("public", true);
        Browser.Answer answer = resident().post("/api/appeals", body).expect(400);
        assertThat(answer.body().get("errors").get(0).get("code").asString()).isEqualTo("appeal-public-confidential");
    }
}
