package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a request through votes and decisions onto the list, and off it again. */
class AdmissionHttpTest extends AdmissionHttp {
    private static final Instant LONG_AFTER = Instant.now().plus(Duration.ofDays(400));

    @Autowired
    private AdmissionSweeper sweeper;

    private static String title() {
        return "楼道整治 " + UUID.randomUUID();
    }

    @Test
    void aVetoedRequestIsReducedAcceptedListedAndExpires() {
        Browser urban = urban();
        Browser baihuahu = baihuahu();
        Browser kuixinglu = kuixinglu();
        JsonNode submitted =
                urban.post(API + "/requests", request(title())).expect(201).body();
        String address = at(submitted);
        String item = submitted.at("/request/number").asString();
        assertThat(status(submitted)).isEqualTo("VOTING");
        assertThat(submitted.get("voices")).hasSize(2);
        assertThat(status(vote(baihuahu, address, true))).isEqualTo("VOTING");
        assertThat(status(vote(kuixinglu, address, false))).isEqualTo("VETOED");

        Map<String, Object> less = terms(submitted.at("/request/title").asString());
        Map<String, Object> again = Map.of("terms", less, "words", "减量", "version", 3);
        assertThat(urban.post(address + "/resubmissions", again).expect(422).code())
                .isEqualTo("admission-not-lighter");
        less.put("times", 1);
        assertThat(status(urban.post(address + "/resubmissions", again)
                        .expect(200)
                        .body()))
                .isEqualTo("VOTING");
        vote(baihuahu, address, false);
        assertThat(status(vote(kuixinglu, address, false))).isEqualTo("STREET");

        Browser street = street();
        JsonNode endorsed = street.post(address + "/endorsements", Map.of("words", "同意上报", "version", 6))
                .expect(200)
                .body();
        assertThat(status(endorsed)).isEqualTo("COUNTY");
        // not on the list before county or city has decided
        String community = community(urban, "百花湖");
        assertThat(urban.post(API + "/sendings", sending(item, community))
                        .expect(422)
                        .code())
                .isEqualTo("admission-not-listed");
        Browser keeper = keeper();
        JsonNode accepted = keeper.post(
                        address + "/decisions",
                        Map.of("accepted", true, "to", today().plusDays(30).toString(), "words", "试行", "version", 7))
                .expect(200)
                .body();
        assertThat(status(accepted)).isEqualTo("ACCEPTED");
        assertThat(accepted.get("listVersion").asLong()).isGreaterThan(1);
        assertThat(accepted.at("/terms/to").asString())
                .isEqualTo(today().plusDays(30).toString());

        urban.post(API + "/sendings", sending(item, community)).expect(201);
        assertThat(urban.post(API + "/sendings", sending(item, community))
                        .expect(422)
                        .code())
                .isEqualTo("admission-too-often");
        assertThat(keeper.get(API + "/items?limit=100").expect(200).body().toString())
                .contains(item);

        sweeper.sweepAt(LONG_AFTER);
        assertThat(status(urban.get(address).expect(200).body())).isEqualTo("EXPIRED");
    }

    @Test
    void silenceUntilTheEndIsNoVeto() {
        Browser urban = urban();
        String address =
                at(urban.post(API + "/requests", request(title())).expect(201).body());
        vote(baihuahu(), address, false);
        sweeper.sweepAt(LONG_AFTER);
        JsonNode closed = urban.get(address).expect(200).body();
        assertThat(status(closed)).isEqualTo("STREET");
        assertThat(closed.get("history").toString()).contains("表态截止").contains("系统");
    }

    @Test
    void noStreetDecidesAndWhatIsRefusedIsNotListed() {
        Browser urban = urban();
        String address =
                at(urban.post(API + "/requests", request(title())).expect(201).body());
        vote(baihuahu(), address, false);
        vote(kuixinglu(), address, false);
        street().post(address + "/endorsements", Map.of("words", "同意", "version", 3))
                .expect(200);
        // the street's own keeper decides nothing
        assertThat(staffOnPost("street-list-keeper")
                        .post(address + "/decisions", Map.of("accepted", true, "words", "同意", "version", 4))
                        .expect(403)
                        .code())
                .isEqualTo("admission-role");
        assertThat(keeper().post(address + "/decisions", Map.of("accepted", false, "words", "与现有事项重复", "version", 4))
                        .expect(200)
                        .body()
                        .at("/request/status")
                        .asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void onlyThoseConcernedSeeItAndEachInTurn() {
        Browser urban = urban();
        Map<String, Object> one = request(title());
        one.put("areaCodes", List.of("360502001001"));
        String address = at(urban.post(API + "/requests", one).expect(201).body());
        kuixinglu().get(address).expect(404);
        staffOnPost("property-clerk").get(address).expect(404);
        resident().get(address).expect(404);
        kuixinglu()
                .post(address + "/votes", Map.of("veto", true, "words", "不", "version", 1))
                .expect(404);
        Browser baihuahu = baihuahu();
        assertThat(baihuahu.post(address + "/votes", Map.of("veto", true, "words", " ", "version", 1))
                        .expect(422)
                        .code())
                .isEqualTo("admission-veto-words");
        baihuahu.post(address + "/votes", Map.of("veto", false, "words", "", "version", 9))
                .expect(409);
        assertThat(urban.post(address + "/endorsements", Map.of("words", "同意", "version", 1))
                        .expect(422)
                        .code())
                .isEqualTo("admission-step");
        assertThat(status(vote(baihuahu, address, false))).isEqualTo("STREET");
        assertThat(urban.post(address + "/endorsements", Map.of("words", "同意", "version", 2))
                        .expect(403)
                        .code())
                .isEqualTo("admission-role");
        urban.post(address + "/withdrawals", Map.of("words", "不办了", "version", 2))
                .expect(200);
    }

    @Test
    void anAppIsAdmittedTheSameWayAndCountsNobody() {
        Browser urban = urban();
        Map<String, Object> terms = terms("城管随手拍 " + UUID.randomUUID());
        Map<String, Object> body = Map.of("terms", terms, "areaCodes", List.of(STREET));
        terms.put("kind", "PLATFORM");
        assertThat(urban.post(API + "/requests", body).expect(422).code()).isEqualTo("admission-cost-missing");
        terms.put("costYuan", 80_000);
        terms.put("overlaps", List.of("sorting"));
        assertThat(urban.post(API + "/requests", body).expect(422).code()).isEqualTo("admission-app-unknown");
        terms.put("overlaps", List.of("app-street"));
        terms.put("counted", true);
        assertThat(urban.post(API + "/requests", body).expect(422).code()).isEqualTo("admission-quota");
        terms.put("counted", false);
        terms.put("about", "每网格员注册不少于 50 户，按活跃度排名");
        assertThat(urban.post(API + "/requests", body).expect(422).code()).isEqualTo("admission-quota");
        terms.put("about", "市容问题拍照上报");
        Browser.Answer double_ = urban.post(API + "/requests", body).expect(422);
        assertThat(double_.code()).isEqualTo("admission-overlap");
        assertThat(double_.body().toString()).contains("overlapReason");
        terms.put("overlapReason", "市容取证须直连执法系统");
        JsonNode submitted = urban.post(API + "/requests", body).expect(201).body();
        assertThat(submitted.at("/terms/costYuan").asInt()).isEqualTo(80_000);
        assertThat(submitted.at("/terms/overlaps/0").asString()).isEqualTo("app-street");
        assertThat(submitted.at("/terms/overlapReason").asString()).contains("直连");
    }

    @Test
    void workersSuggestAndTheOwnerAnswers() {
        Browser community = baihuahu();
        Map<String, Object> words = Map.of("itemCode", "app-street", "words", "请并入睦邻，不要再开一个");
        JsonNode suggested =
                community.post(API + "/suggestions", words).expect(201).body();
        String answers = API + "/suggestions/" + suggested.get("id").asString() + "/answers";
        assertThat(urban().post(answers, Map.of("words", "好", "version", 1))
                        .expect(422)
                        .code())
                .isEqualTo("admission-answer");
        community.post(answers, Map.of("words", "好", "version", 1)).expect(403);
        Browser street = street();
        street.post(answers, Map.of("words", "年底前并入", "version", 1)).expect(200);
        street.post(answers, Map.of("words", "再答", "version", 1)).expect(409);
        assertThat(community
                        .get(API + "/suggestions?itemCode=app-street")
                        .expect(200)
                        .body()
                        .at("/items/0/answer")
                        .asString())
                .isEqualTo("年底前并入");
    }
}
