package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What counts in a whistle: who is there, what was promised, which tickets go along, and who may blow it. */
class WhistleRulesHttpTest extends JointHttpTest {
    @Autowired
    private JdbcTemplate rows;

    @Test
    void aCheckInElsewhereIsKeptAndCountsOnlyWhenTheConvenerAdmitsIt() {
        Browser community = community();
        JsonNode whistle = blown(community, inHand(resident(), community), "property", "urban");
        Browser firm = firm();
        own(firm, whistle, "confirmations", Map.of()).expect(200);
        own(firm, whistle, "delegates", Map.of("name", "何远", "phone", "12900000001"))
                .expect(200);
        int before = counted(unit(firm, "property")).get("arrived").asInt();
        JsonNode far = mine(
                own(firm, whistle, "check-ins", Map.of("lon", 114.948, "lat", 27.80, "photoIds", List.of(firm.photo())))
                        .expect(200)
                        .body());
        assertThat(far.get("distance_m").asLong()).isBetween(1_900L, 2_000L);
        assertThat(far.get("elsewhere").asBoolean()).isTrue();
        assertThat(counted(unit(firm, "property")).get("arrived").asInt()).isEqualTo(before);
        assertThat(own(firm, whistle, "admissions", Map.of("words", "我在"))
                        .expect(403)
                        .code())
                .isEqualTo("joint-role");
        JsonNode call = call(community, whistle, mine(now(firm, whistle)), "admissions", Map.of("words", "手机定位漂移，本人在场"))
                .expect(200)
                .body()
                .get("calls")
                .valueStream()
                .filter(each -> each.get("id").equals(far.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(call.get("elsewhere").asBoolean()).isFalse();
        assertThat(call.get("admittedWords").asString()).contains("漂移");
        assertThat(counted(unit(firm, "property")).get("arrived").asInt()).isEqualTo(before + 1);
        assertThat(call(community, whistle, call, "admissions", Map.of("words", "再认一次"))
                        .expect(422)
                        .code())
                .isEqualTo("joint-there");
    }

    @Test
    void whoCheckedInElsewhereChecksInAgainOnTheSpotAndOnceOnly() {
        Browser community = community();
        JsonNode whistle = blown(community, inHand(resident(), community), "property", "urban");
        Browser urban = urban();
        JsonNode before = counted(unit(urban, "urban"));
        own(urban, whistle, "confirmations", Map.of()).expect(200);
        own(urban, whistle, "delegates", Map.of("name", "何远", "phone", "12900000001"))
                .expect(200);
        Map<String, Object> far = Map.of("lon", 114.948, "lat", 27.80, "photoIds", List.of(urban.photo()));
        assertThat(mine(own(urban, whistle, "check-ins", far).expect(200).body())
                        .get("elsewhere")
                        .asBoolean())
                .isTrue();
        Map<String, Object> near = Map.of("lon", 114.928, "lat", 27.80, "photoIds", List.of(urban.photo()));
        assertThat(mine(own(urban, whistle, "check-ins", near).expect(200).body())
                        .get("elsewhere")
                        .asBoolean())
                .isFalse();
        assertThat(own(urban, whistle, "check-ins", near).expect(422).code()).isEqualTo("joint-there");
        JsonNode after = counted(unit(urban, "urban"));
        assertThat(after.get("arrived").asInt()).isEqualTo(before.get("arrived").asInt() + 1);
    }

    /** A count of those who came late must not hold those who never came. */
    @Test
    void whoNeverConfirmedOrCameIsCountedApartFromWhoWasLate() {
        Browser community = community();
        JsonNode whistle = blown(community, inHand(resident(), community), "property", "urban");
        comes(firm(), whistle);
        JsonNode inTime = counted(unit(community, "property"));
        JsonNode absent = counted(unit(community, "urban"));
        rows.update(
                "update ticket.whistle_call set confirm_by = now() - interval '2 days' where whistle_id = ?::uuid",
                whistle.get("id").asString());
        rows.update(
                "update ticket.whistle set meet_at = now() - interval '1 day' where id = ?::uuid",
                whistle.get("id").asString());
        more(inTime, counted(unit(community, "property")), "confirmLate", "arriveLate");
        more(absent, counted(unit(community, "urban")), "confirmMissed", "arriveMissed");
    }

    private static void more(JsonNode before, JsonNode after, String... names) {
        for (String name : List.of("confirmLate", "confirmMissed", "arriveLate", "arriveMissed")) {
            assertThat(after.get(name).asInt() - before.get(name).asInt())
                    .as(name)
                    .isEqualTo(List.of(names).contains(name) ? 1 : 0);
        }
    }

    @Test
    void aCommunityCallsToTheSpotWhatItHasNoPartInAndNothingConfidential() {
        Browser community = community();
        String id = id(submit(resident(), MANHOLE));
        assertThat(ticket(community, id).at("/parts/0/unit/name").asString()).contains("城市管理");
        assertThat(texts(ticket(community, id).get("allowedActions"))).containsExactly("WHISTLE");
        JsonNode whistle = blown(community, id, "urban");
        assertThat(whistle.at("/convener/id").asString()).isEqualTo(unit(community, "baihuahu"));
        own(urban(), whistle, "confirmations", Map.of()).expect(200);
        String secret = id(submit(resident(), MANHOLE, GRID, true));
        community.get("/api/tickets/" + secret).expect(404);
        staffOnPost("kuixinglu-clerk").get("/api/tickets/" + id).expect(404);
    }

    @Test
    void aTicketOfTheGroupThatEndsFirstLeavesTheWhistle() {
        Browser community = community();
        String lead = inHand(resident(), community);
        String other = inHand(resident(), community);
        Map<String, Object> body = whistle(community, lead, "property");
        body.put(
                "tickets",
                List.of(
                        Map.of("id", lead, "version", version(community, lead)),
                        Map.of("id", other, "version", version(community, other))));
        JsonNode whistle = community.post("/api/whistles", body).expect(201).body();
        act(community, other, "resolutions", words("这一部已修好")).expect(200);
        JsonNode after = now(community, whistle);
        assertThat(after.get("status").asString()).isEqualTo("OPEN");
        for (JsonNode ticket : after.get("tickets")) {
            assertThat(ticket.get("leftAt").isNull())
                    .isEqualTo(ticket.get("id").asString().equals(lead));
        }
        String number = ticket(community, other).get("number").asString();
        assertThat(ticket(community, lead).get("timeline").toString()).contains("先行办结", number);
        whole(community, whistle, "closures", Map.of("words", "已处置")).expect(200);
        assertThat(texts(ticket(community, other).get("timeline"), "action")).doesNotContain("CONCLUDE");
        assertThat(texts(ticket(community, lead).get("timeline"), "action")).contains("CONCLUDE");
    }

    @Test
    void whatWasPromisedStandsWhenTheConvenerEndsTheWhistleBeforeItIsSigned() {
        Browser community = community();
        JsonNode whistle = blown(community, inHand(resident(), community), "property", "urban");
        Browser firm = firm();
        comes(firm, whistle);
        JsonNode before = counted(unit(firm, "property"));
        whole(community, whistle, "closures", Map.of("words", "城管未到，改日再召集")).expect(200);
        JsonNode ended = counted(unit(firm, "property"));
        for (String more : List.of("promises", "promisesOpen", "promisesUnsigned")) {
            assertThat(ended.get(more).asInt())
                    .as(more)
                    .isEqualTo(before.get(more).asInt() + 1);
        }
        assertThat(own(urban(), whistle, "fulfilments", Map.of("words", "已清运", "photoIds", List.of(urban().photo())))
                        .expect(422)
                        .code())
                .isEqualTo("joint-no-promise");
        own(firm, whistle, "fulfilments", Map.of("words", "已更换", "photoIds", List.of(firm.photo())))
                .expect(200);
        JsonNode kept = counted(unit(firm, "property"));
        assertThat(kept.get("kept").asInt()).isEqualTo(before.get("kept").asInt() + 1);
        assertThat(kept.get("promisesOpen")).isEqualTo(before.get("promisesOpen"));
        assertThat(kept.get("promisesUnsigned")).isEqualTo(ended.get("promisesUnsigned"));
    }

    private JsonNode counted(String unit) {
        Instant now = Instant.parse(AHEAD);
        String path = "/api/joint-counts?from=" + now.minusSeconds(172_800) + "&to=" + now.plusSeconds(86_400);
        return coordinator()
                .get(path)
                .expect(200)
                .body()
                .valueStream()
                .filter(row -> row.at("/unit/id").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
