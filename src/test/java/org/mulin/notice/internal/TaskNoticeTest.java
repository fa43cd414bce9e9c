package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.grid.GridTaskEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import tools.jackson.databind.JsonNode;

/** Who is asked for something that is no ticket finds it in the inbox. */
class TaskNoticeTest extends NoticeHttpTest {
    private static final LocalDate DUE =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7);

    @Autowired
    private TaskListener listener;

    /** The newest message about this subject, once it is there. */
    private static JsonNode awaited(Browser reader, String subjectId) {
        return await().atMost(PATIENCE).until(() -> message(reader, subjectId), found -> !found.isMissingNode());
    }

    private static JsonNode message(Browser reader, String subjectId) {
        JsonNode items = reader.get("/api/inbox?limit=100").expect(200).body().get("items");
        for (JsonNode item : items) {
            if (item.path("subjectId").asString("").equals(subjectId)) {
                return item;
            }
        }
        return items.path("none");
    }

    @Test
    void aWorkerHearsOfTheGridsTaskAndNobodyElseDoes() {
        Browser worker = staffOnPost("grid-1-worker");
        Browser other = staffOnPost("grid-2-worker");
        String task = staffOnPost("baihuahu-clerk")
                .post(
                        "/api/grid-tasks",
                        Map.of(
                                "kind",
                                "visit",
                                "title",
                                "走访独居老人",
                                "words",
                                "核对紧急联系人。",
                                "dueDay",
                                DUE.toString(),
                                "areaCodes",
                                List.of("360502001001001")))
                .expect(201)
                .body()
                .get("id")
                .asString();

        JsonNode told = awaited(worker, task);
        assertThat(told.get("kind").asString()).isEqualTo("ARRIVED");
        assertThat(told.get("subject").asString()).isEqualTo("GRID_TASK");
        assertThat(told.get("text").asString())
                .startsWith("新网格任务一项，请于 " + DUE.getMonthValue() + "月" + DUE.getDayOfMonth() + "日");
        assertThat(message(other, task).isMissingNode()).isTrue();
    }

    @Test
    void aCommunityHearsOfTheTaskThatIsSent() {
        Browser street = staffOnPost("street-clerk");
        Browser community = staffOnPost("baihuahu-clerk");
        String task = street.post(
                        "/api/admission/sendings",
                        Map.of(
                                "itemCode",
                                "elder-visit",
                                "title",
                                "入冬探访报表",
                                "words",
                                "逐户探访独居老人。",
                                "dueDay",
                                DUE.toString(),
                                "forms",
                                0,
                                "unitIds",
                                List.of(unit("baihuahu"))))
                .expect(201)
                .body()
                .at("/taskIds/0")
                .asString();

        JsonNode told = awaited(community, task);
        assertThat(told.get("subject").asString()).isEqualTo("COMMUNITY_TASK");
        assertThat(told.get("text").asString())
                .contains("街道办事处下达社区任务")
                .as("what the sender wrote is read at the task, not in a message")
                .doesNotContain("入冬", "逐户");
        community
                .post("/api/admission/tasks/" + task + "/returns", Map.of("words", "只要报表", "version", 1))
                .expect(200);
        JsonNode back = awaited(street, task);
        assertThat(back.get("kind").asString()).isEqualTo("RETURNED");
        assertThat(back.get("text").asString()).contains("百花湖", "与准入事项不符").doesNotContain("报表");
        assertThat(message(staffOnPost("kuixinglu-clerk"), task).isMissingNode())
                .isTrue();
    }

    @Test
    void communitiesAreAskedToVoteAndTheApplicantHearsHowItWent() {
        Browser applicant = staffOnPost("urban-clerk");
        Map<String, Object> terms = new HashMap<>(Map.of(
                "kind",
                "SERVICE",
                "title",
                "楼道清理",
                "about",
                "入户动员。",
                "basis",
                "《办法》",
                "times",
                4,
                "per",
                "MONTH",
                "hours",
                6,
                "moneyYuan",
                0,
                "people",
                0));
        terms.putAll(Map.of(
                "facilities",
                "",
                "overlaps",
                List.of(),
                "counted",
                false,
                "from",
                DUE.minusDays(7).toString(),
                "to",
                DUE.plusDays(60).toString()));
        String request = applicant
                .post("/api/admission/requests", Map.of("terms", terms, "areaCodes", List.of("360502001000")))
                .expect(201)
                .body()
                .at("/request/id")
                .asString();

        for (String community : List.of("baihuahu-clerk", "kuixinglu-clerk")) {
            Browser voter = staffOnPost(community);
            JsonNode told = awaited(voter, request);
            assertThat(told.get("kind").asString()).isEqualTo("ARRIVED");
            assertThat(told.get("text").asString()).contains("提出准入申请 ZR", "前表态");
            voter.post(
                            "/api/admission/requests/" + request + "/votes",
                            Map.of("veto", true, "words", "人手不够", "version", version(voter, request)))
                    .expect(200);
        }
        JsonNode told = awaited(applicant, request);
        assertThat(told.get("kind").asString()).isEqualTo("PROGRESS");
        assertThat(told.get("text").asString()).contains("准入申请 ZR", "社区否决");
        assertThat(awaited(applicant.reading("en"), request).get("text").asString())
                .endsWith(": vetoed");
    }

    @Test
    void whatIsDeliveredTwiceIsToldOnce() {
        Browser worker = staffOnPost("grid-1-worker");
        var assigned = new GridTaskEvent.Assigned(
                UUID.randomUUID(), List.of(unit("grid-1")), DUE, Instant.now(Clock.systemUTC()));
        for (int time = 0; time < 2; time++) {
            TaskListener self = AopTestUtils.getTargetObject(listener);
            transaction.executeWithoutResult(ignored -> self.on(assigned));
        }
        assertThat(worker.get("/api/inbox?limit=100")
                        .expect(200)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.path("subjectId")
                                .asString("")
                                .equals(assigned.taskId().toString())))
                .hasSize(1);
    }

    private static long version(Browser reader, String request) {
        return reader.get("/api/admission/requests/" + request)
                .expect(200)
                .body()
                .get("version")
                .asLong();
    }
}
