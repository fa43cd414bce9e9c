package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What a unit may not get around: the duty list when it returns, the deadline when it moves on, the proof. */
class TicketRulesTest extends TicketHttpTest {
    @Test
    void aReturnCitesAnEntryThatIsAboutThisTicket() {
        Browser firm = firm();
        String id = id(submit(resident(), LIFT));
        Map<String, Object> cited = new HashMap<>(toTheCity("与我无关"));
        cited.remove("matterCode");
        refusedReturn(firm, id, cited, "return-cites-other-matter", "dutyEntry");
        cited.put("matterCode", "noise-life");
        refusedReturn(firm, id, cited, "return-cites-other-matter", "dutyEntry");
        cited.put("matterCode", "moon-shine");
        refusedReturn(firm, id, cited, "matter-unknown", "matterCode");
        cited.put("matterCode", "prop-fee");
        cited.put("dutyEntry", "prop-fee@community");
        refusedReturn(firm, id, cited, "return-cites-yourself", "dutyEntry");

        act(firm, id, "returns", toTheCity("应由城管负责")).expect(200);
        String note = ticket(dispatcher(), id)
                .get("timeline")
                .valueStream()
                .filter(entry -> entry.get("action").asString().equals("RETURN"))
                .findFirst()
                .orElseThrow()
                .get("note")
                .asString();
        assertThat(note).contains("引用权责清单：“井盖缺损”由", "《城市道路管理条例》", "认为应属事项：井盖缺损");
    }

    private static void refusedReturn(Browser firm, String id, Map<String, Object> body, String code, String field) {
        Browser.Answer answer = act(firm, id, "returns", body).expect(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void aResultIsShownByAPhotoWhereThePackSaysSo() {
        Browser urban = urban();
        String id = id(submit(resident(), MANHOLE));
        assertThat(ticket(urban, id).get("proof").asString()).isEqualTo("PHOTO");
        act(urban, id, "acceptances", Map.of()).expect(200);
        Browser.Answer bare = act(urban, id, "resolutions", words("已更换井盖")).expect(422);
        assertThat(bare.code()).isEqualTo("proof-photo-required");
        assertThat(bare.body().at("/errors/0/field").asString()).isEqualTo("photoIds");
        act(urban, id, "resolutions", Map.of("words", "已更换井盖", "photoIds", List.of(upload(urban))))
                .expect(200);
        assertThat(ticket(firm(), id(submit(resident(), LIFT))).get("proof").asString())
                .isEqualTo("WORDS");
    }

    @Test
    void movingATicketOnNeverPutsOffItsDeadline() {
        Browser dispatcher = dispatcher();
        JsonNode receipt = submit(resident(), LIFT);
        Instant due = Instant.parse(receipt.at("/decision/dueAt").asString());
        JsonNode moved = act(
                        dispatcher,
                        id(receipt),
                        "transfers",
                        Map.of("unitId", TicketJourneyTest.unit(dispatcher, "street"), "words", "请街道协调"))
                .expect(200)
                .body();
        assertThat(moved.at("/decision/dutyEntry").isNull()).isTrue();
        assertThat(Instant.parse(moved.get("dueAt").asString())).isCloseTo(due, within(1, ChronoUnit.MILLIS));
        assertThat(moved.at("/decision/reasons").toString()).contains("保持不变");
        JsonNode replay = dispatcher
                .get("/api/tickets/" + id(receipt) + "/replays")
                .expect(200)
                .body();
        assertThat(replay.get("same").asBoolean()).isTrue();
    }
}
