package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** Reports that tickets are done, over HTTP: what makes them suspicious, who reviews them, what a verdict does. */
class ClosureHttpTest extends ClosureScenes {
    private static final String PROMISE = "您反映的问题我们高度重视，将尽快安排维修，预计下月完成。";

    private static Browser.Answer judge(
            Browser who, JsonNode detail, String verdict, @Nullable String words, boolean sendBack) {
        Map<String, Object> body = new HashMap<>();
        body.put("verdict", verdict);
        body.put("words", words);
        body.put("sendBack", sendBack);
        return who.post(
                API + "/" + detail.at("/line/id").asString() + "/verdicts", versioned(body, detail.get("line")));
    }

    private static List<String> ids(Browser who, String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    who.get(API + "?limit=2" + query + cursor).expect(200).body();
            ids.addAll(texts(page.get("items"), "id"));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    @Test
    void aPromiseIsQueuedAndSentBackByTheReviewer() {
        Browser author = resident();
        JsonNode receipt = resolved(author, firm(), PROMISE);
        Browser city = supervisor();
        JsonNode detail = checked(city, id(receipt));
        assertThat(signals(detail)).contains("PROMISE_ONLY");
        assertThat(detail.get("replyKind").asString()).isEqualTo("PROMISE");
        assertThat(detail.get("telling")).isNotEmpty();
        assertThat(detail.get("words").asString()).isEqualTo(PROMISE);
        assertThat(detail.get("returnable").asBoolean()).isTrue();
        String report = detail.at("/line/id").asString();
        assertThat(ids(city, "&status=WAITING")).contains(report);
        assertThat(ids(city, "&signal=PROMISE_ONLY")).contains(report);
        assertThat(ids(city, "&signal=PHOTO_FAR")).doesNotContain(report);

        assertThat(judge(city, detail, "UNSOLVED", " ", true).expect(400).code())
                .isEqualTo("malformed");
        JsonNode judged = judge(city, detail, "UNSOLVED", "电梯仍未修好，请继续办理", true)
                .expect(200)
                .body();
        assertThat(judged.at("/line/verdict").asString()).isEqualTo("UNSOLVED");
        assertThat(judged.at("/line/sentBack").asBoolean()).isTrue();
        assertThat(judged.get("returnable").asBoolean()).isFalse();
        assertThat(ids(city, "&status=WAITING")).doesNotContain(report);
        assertThat(ids(city, "&status=UNSOLVED")).contains(report);
        JsonNode again = ticket(firm(), id(receipt));
        assertThat(again.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(author.get("/api/my/appeals/" + appealId(receipt))
                        .expect(200)
                        .body()
                        .toString())
                .contains("电梯仍未修好，请继续办理");
        assertThat(judge(city, judged, "UNSOLVED", "再退一次", true).expect(422).code())
                .isEqualTo("closure-not-returnable");
        assertThat(judge(city, detail, "SOLVED", null, false).expect(409).code())
                .isEqualTo("stale");
        assertThat(detail.get("reopened").asBoolean()).isFalse();
        assertThat(judged.get("reopened").asBoolean()).isTrue();
        assertThat(judge(city, judged, "SOLVED", null, false).expect(422).code())
                .as("it is being worked on again")
                .isEqualTo("closure-reopened");
        assertThat(rows.queryForList(
                        "select action from audit.entry where subject_id = ? order by id", String.class, report))
                .containsExactly("honesty.unsolved");
    }

    @Test
    void theSameWordsAreShownBesideEachOther() {
        Browser firm = firm();
        String words = "维修人员已到场更换主控板，请业主放心使用，编号" + newPhone() + "，经复检合格。";
        JsonNode first = resolved(resident(), firm, words);
        Browser city = supervisor();
        checked(city, id(first));
        JsonNode second = resolved(resident(), firm, "您好！" + words);
        JsonNode detail = checked(city, id(second));
        assertThat(signals(detail)).contains("COPIED_REPLY");
        JsonNode copied = detail.at("/line/signals/0");
        assertThat(copied.at("/other/words").asString()).isNotEmpty();
        assertThat(copied.get("amount").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void theResidentsWordCountsOnce() {
        Browser author = resident();
        JsonNode receipt = resolved(author, firm(), "维修人员已更换电梯主控板，电梯恢复运行。");
        Browser city = supervisor();
        checked(city, id(receipt));
        my(author, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", false, "satisfaction", 1))
                .expect(200);
        JsonNode detail = await().atMost(Duration.ofSeconds(20))
                .until(() -> checked(city, id(receipt)), seen -> signals(seen).contains("RESIDENT_DISAGREES"));
        assertThat(detail.at("/line/score").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(signals(detail)).doesNotHaveDuplicates();
    }

    @Test
    void precisionIsWhatReviewersFound() {
        Browser city = supervisor();
        JsonNode detail = checked(city, id(resolved(resident(), firm(), PROMISE)));
        JsonNode before = figure(city, "PROMISE_ONLY");
        judge(city, detail, "SOLVED", null, false).expect(200);
        JsonNode after = figure(city, "PROMISE_ONLY");
        assertThat(after.get("reviewed").asInt())
                .isEqualTo(before.get("reviewed").asInt() + 1);
        assertThat(after.get("unsolved").asInt())
                .isEqualTo(before.get("unsolved").asInt());
        assertThat(after.get("precision").asDouble())
                .isEqualTo((double) after.get("unsolved").asInt()
                        / after.get("reviewed").asInt());
        assertThat(after.get("low").asDouble())
                .isLessThanOrEqualTo(after.get("precision").asDouble());
    }

    private static JsonNode figure(Browser who, String signal) {
        return who.get(API + "/figures")
                .expect(200)
                .body()
                .get("signals")
                .valueStream()
                .filter(each -> each.get("signal").asString().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyReviewersOfTheAreaSeeIt() {
        Browser firm = firm();
        JsonNode detail = checked(supervisor(), id(resolved(resident(), firm, PROMISE)));
        String path = API + "/" + detail.at("/line/id").asString();
        firm.get(path).expect(403);
        firm.get(API).expect(403);
        firm.get(API + "/figures").expect(403);
        resident().get(API).expect(403);
        Browser elsewhere = staffOnPost("kuixinglu-supervisor");
        elsewhere.get(path).expect(404);
        assertThat(judge(elsewhere, detail, "SOLVED", null, false).status()).isEqualTo(404);
        elsewhere.get(API + "?area=360502000000").expect(404);
        supervisor().get(API + "?area=999").expect(404);
        supervisor().get(API + "?cursor=x").expect(400);
    }
}
