package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.admission.CommunityTasks;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** A unit sends a task of the list, the community receives it, does it and says how long it took. */
class CommunityTaskHttpTest extends AdmissionHttp {
    private static String task(Browser sender, Map<String, Object> sending) {
        JsonNode sent = sender.post(API + "/sendings", sending).expect(201).body();
        return API + "/tasks/" + sent.at("/taskIds/0").asString();
    }

    @Test
    void aTaskIsReceivedDoneAndReportedWithItsHours() {
        Browser street = street();
        Browser community = baihuahu();
        String task = task(street, aidCheck(community(street, "百花湖")));
        JsonNode seen = community.get(task).expect(200).body();
        assertThat(seen.get("allowedActions").get(0).asString()).isEqualTo("RECEIVE");
        assertThat(seen.get("basis").asString()).contains("社会救助");
        assertThat(seen.at("/task/hoursAsked").asDouble()).isEqualTo(2);
        community.post(task + "/receipts", Map.of("version", 1)).expect(200);
        community.post(task + "/receipts", Map.of("version", 1)).expect(409);
        JsonNode done = community
                .post(task + "/reports", Map.of("words", "核实 3 户", "hours", 3.5, "version", 2))
                .expect(200)
                .body();
        assertThat(done.at("/task/status").asString()).isEqualTo("DONE");
        assertThat(done.at("/task/hoursSpent").asDouble()).isEqualTo(3.5);
        assertThat(done.get("history")).hasSize(3);
        street.post(task + "/withdrawals", Map.of("words", "晚了", "version", 3)).expect(422);
        assertThat(street.get(task).expect(200).body().get("allowedActions")).isEmpty();
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        Browser street = street();
        String task = task(street, elderVisit("入冬探访", community(street, "百花湖")));
        kuixinglu().get(task).expect(404);
        staffOnPost("property-clerk").get(task).expect(404);
        urban().get(task).expect(404);
        urban().post(task + "/withdrawals", Map.of("words", "不办了", "version", 1))
                .expect(404);
        kuixinglu().post(task + "/receipts", Map.of("version", 1)).expect(404);
        street.get(API + "/tasks/" + UUID.randomUUID()).expect(404);
        // seen, and not one's own to do
        Browser.Answer answer = street.post(task + "/receipts", Map.of("version", 1));
        assertThat(answer.expect(403).code()).isEqualTo("communitytask-role");
    }

    @Test
    void theListsFrequencyHoldsForEachCommunityAndCountsNoWithdrawn() {
        Browser urban = urban();
        String community = community(urban, "魁星路");
        // the test's city allows two a month; other tests leave this community's sorting alone
        String first = task(urban, sending("sorting", community));
        task(urban, sending("sorting", community));
        Browser.Answer third = urban.post(API + "/sendings", sending("sorting", community));
        assertThat(third.expect(422).code()).isEqualTo("admission-too-often");
        assertThat(third.body().get("detail").asString()).contains("每月至多 2 次").contains("魁星路");
        urban.post(first + "/withdrawals", Map.of("words", "改期", "version", 1)).expect(200);
        task(urban, sending("sorting", community));
        // to all or to none: one community's limit stops the whole sending
        int before = tasks(urban);
        assertThat(urban.post(API + "/sendings", sending("sorting", community(urban, "百花湖"), community))
                        .expect(422)
                        .code())
                .isEqualTo("admission-too-often");
        assertThat(tasks(urban)).isEqualTo(before);
    }

    @Test
    void wordsAboutALineOfOthersAreRefused() {
        Browser urban = urban();
        Map<String, Object> census = sending("sorting", community(urban, "百花湖"));
        census.put("title", "人口普查入户登记");
        census.put("words", "本周起逐户登记人口普查表，统一录入，周五前报送。");
        Browser.Answer answer = urban.post(API + "/sendings", census);
        assertThat(answer.expect(422).code()).isEqualTo("admission-other-item");
        assertThat(answer.body().get("detail").asString()).contains("人口普查、经济普查", "生活垃圾分类指导");
    }

    @Test
    void aCommunityGivesBackWhatIsNotWhatTheListSays() {
        Browser street = street();
        Browser community = baihuahu();
        Map<String, Object> sending = elderVisit("老人信息报表", community(street, "百花湖"));
        String task = task(street, sending);
        double outside = outside(community);
        Map<String, Object> back = Map.of("words", "只要报表，没有探访", "version", 1);
        assertThat(street.post(task + "/returns", back).expect(403).code()).isEqualTo("communitytask-role");
        kuixinglu().post(task + "/returns", back).expect(404);
        JsonNode seen = community.post(task + "/returns", back).expect(200).body();
        assertThat(seen.at("/task/status").asString()).isEqualTo("RETURNED");
        assertThat(seen.get("allowedActions")).isEmpty();
        assertThat(outside(community)).isEqualTo(outside + 1);
        // the sender reads why, and does not send it again as it was
        JsonNode last = street.get(task).expect(200).body().at("/history/1");
        assertThat(last.get("words").asString()).isEqualTo("只要报表，没有探访");
        assertThat(last.get("action").asString()).contains("与准入事项不符");
        Browser.Answer again = street.post(API + "/sendings", sending);
        assertThat(again.expect(422).code()).isEqualTo("communitytask-returned");
        task(street, elderVisit("老人信息报表", community(street, "魁星路")));
        task(street, elderVisit("独居老人探访", community(street, "百花湖")));
    }

    private static double outside(Browser who) {
        return who.get(API + "/burden").expect(200).body().at("/total/outside").asDouble();
    }

    @Test
    void aTaskAsksForNoMoreFormsThanTheLimit() {
        Browser street = street();
        Map<String, Object> many = elderVisit("入冬探访", community(street, "百花湖"));
        many.put("forms", CommunityTasks.FORMS_MAX + 1);
        assertThat(street.post(API + "/sendings", many)
                        .expect(400)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("forms");
    }

    private static int tasks(Browser who) {
        return who.get(API + "/tasks?limit=100&itemCode=sorting")
                .expect(200)
                .body()
                .get("items")
                .size();
    }

    @Test
    void aCommunityPassesItsTaskOnToItsGrids() {
        Browser street = street();
        Browser community = baihuahu();
        String task = task(street, elderVisit("入冬探访", community(street, "百花湖")));
        String id = task.substring(task.lastIndexOf('/') + 1);
        Map<String, Object> grid = SideDoorsTest.gridTask("360502001001001");
        grid.put("sourceId", id);
        assertThat(community.post("/api/grid-tasks", grid).expect(422).code()).isEqualTo("admission-source");
        community.post(task + "/receipts", Map.of("version", 1)).expect(200);
        assertThat(community.get("/api/grid-task-sources").expect(200).body().toString())
                .contains(id);
        assertThat(community
                        .post("/api/grid-tasks", grid)
                        .expect(201)
                        .body()
                        .get("sourceId")
                        .asString())
                .isEqualTo(id);
    }
}
