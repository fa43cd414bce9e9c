package org.mulin.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

/** A community gives tasks to its grids; workers do them; what is out of reach does not exist. */
class GridTaskHttpTest extends MulinHttpTest {
    private static final String GRID_1 = "360502001001001";
    private static final String GRID_2 = "360502001001002";
    private static final String ELSEWHERE = "360502001007001";

    private Browser community() {
        return staffOnPost("baihuahu-clerk");
    }

    private Browser worker(int grid) {
        return staffOnPost("grid-" + grid + "-worker");
    }

    private static Map<String, Object> task(String title, String... grids) {
        return new HashMap<>(Map.of(
                "kind",
                "visit",
                "title",
                title,
                "words",
                "走访独居老人，核对紧急联系人。",
                "dueDay",
                today().plusDays(3).toString(),
                "areaCodes",
                List.of(grids)));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static JsonNode assign(Browser community, String title, String... grids) {
        return community.post("/api/grid-tasks", task(title, grids)).expect(201).body();
    }

    /** The worker's own share of the task with this title. */
    private static JsonNode share(Browser worker, String title) {
        for (String open : List.of("true", "false")) {
            JsonNode items = worker.get("/api/my/grid-tasks?limit=100&open=" + open)
                    .expect(200)
                    .body()
                    .get("items");
            for (JsonNode row : items) {
                if (row.get("title").asString().equals(title)) {
                    return worker.get("/api/my/grid-tasks/" + row.get("id").asString())
                            .expect(200)
                            .body();
                }
            }
        }
        throw new AssertionError("no share of " + title);
    }

    private static Map<String, Object> result(JsonNode share, String words, List<String> photos) {
        return Map.of(
                "words",
                words,
                "photoIds",
                photos,
                "version",
                share.get("version").asLong());
    }

    private static Browser.Answer finish(Browser worker, JsonNode share) {
        return worker.post(
                "/api/my/grid-tasks/" + share.get("id").asString() + "/results", result(share, "已走访", List.of()));
    }

    private static String photo(Browser who) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return who.upload("/api/files", "file", "走访.png", png.toByteArray())
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    @Test
    void aTaskForTwoGridsIsDoneWhenBothHaveDoneIt() throws IOException {
        Browser community = community();
        Browser first = worker(1);
        Browser second = worker(2);
        String title = "独居老人走访 " + UUID.randomUUID();
        String id = assign(community, title, GRID_1, GRID_2).get("id").asString();
        String photo = photo(first);
        JsonNode share = share(first, title);
        assertThat(share.get("allowedActions").get(0).asString()).isEqualTo("FINISH");
        String mine = "/api/my/grid-tasks/" + share.get("id").asString();
        JsonNode done = first.post(mine + "/results", result(share, "两位老人均安好", List.of(photo)))
                .expect(200)
                .body();
        assertThat(done.get("status").asString()).isEqualTo("DONE");
        assertThat(done.get("allowedActions").size()).isZero();
        first.get(mine + "/files/" + photo).expect(200);
        JsonNode half = community.get("/api/grid-tasks/" + id).expect(200).body();
        assertThat(half.get("status").asString()).isEqualTo("OPEN");
        assertThat(half.get("parts").get(0).get("words").asString()).isEqualTo("两位老人均安好");
        assertThat(half.get("parts").get(1).get("status").asString()).isEqualTo("OPEN");
        community.get("/api/grid-tasks/" + id + "/files/" + photo).expect(200);
        JsonNode row = row(community, "status=OPEN", id);
        assertThat(row.get("done").asInt()).isEqualTo(1);
        assertThat(row.get("grids").asInt()).isEqualTo(2);
        finish(second, share(second, title)).expect(200);
        assertThat(row(community, "status=DONE", id).get("done").asInt()).isEqualTo(2);
    }

    private static JsonNode row(Browser community, String filter, String id) {
        for (JsonNode row : community
                .get("/api/grid-tasks?limit=100&" + filter)
                .expect(200)
                .body()
                .get("items")) {
            if (row.get("id").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("not listed: " + id);
    }

    @Test
    void takenBackItIsOverForTheGridsThatHadNotDoneIt() {
        Browser community = community();
        String title = "防溺水巡查 " + UUID.randomUUID();
        JsonNode made = assign(community, title, GRID_1, GRID_2);
        String path = "/api/grid-tasks/" + made.get("id").asString() + "/withdrawals";
        Browser first = worker(1);
        finish(first, share(first, title)).expect(200);
        long seen = made.get("version").asLong();
        assertThat(community
                        .post(path, Map.of("words", "改为下周", "version", seen))
                        .expect(409)
                        .body()
                        .get("current")
                        .asLong())
                .isEqualTo(seen + 1);
        JsonNode back = community
                .post(path, Map.of("words", "改为下周", "version", seen + 1))
                .expect(200)
                .body();
        assertThat(back.get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(back.get("withdrawnWords").asString()).isEqualTo("改为下周");
        Browser second = worker(2);
        JsonNode share = share(second, title);
        assertThat(share.get("status").asString()).isEqualTo("ENDED");
        assertThat(share.get("withdrawnWords").asString()).isEqualTo("改为下周");
        assertThat(finish(second, share).expect(422).code()).isEqualTo("task-step");
        assertThat(share(first, title).get("status").asString()).isEqualTo("DONE");
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        Browser community = community();
        Browser neighbours = staffOnPost("kuixinglu-clerk");
        String title = "消防宣传 " + UUID.randomUUID();
        JsonNode made = assign(community, title, GRID_1);
        String id = made.get("id").asString();
        neighbours.get("/api/grid-tasks/" + id).expect(404);
        neighbours
                .post("/api/grid-tasks/" + id + "/withdrawals", Map.of("words", "x", "version", 1))
                .expect(404);
        Browser other = worker(2);
        String share = share(worker(1), title).get("id").asString();
        other.get("/api/my/grid-tasks/" + share).expect(404);
        other.post("/api/my/grid-tasks/" + share + "/results", Map.of("words", "x", "version", 1))
                .expect(404);
        other.get("/api/grid-tasks/" + id).expect(404);
        other.get("/api/grid-tasks").expect(403);
        community.get("/api/my/grid-tasks").expect(403);
        community.get("/api/my/grid-tasks/" + share).expect(404);
        assertThat(staffOnPost("grid-1-worker")
                        .get("/api/my/grid-tasks/" + share)
                        .status())
                .as("who takes over the post goes on")
                .isEqualTo(200);
        resident().get("/api/grid-tasks/" + id).expect(404);
        browser().get("/api/grid-tasks").expect(401);
        refused(community, Map.of("areaCodes", List.of(ELSEWHERE)), 422, "area-unknown");
    }

    @Test
    void theDeskOffersTheGridsInReachAndThePacksKinds() {
        JsonNode grids = community().get("/api/grid-task-grids").expect(200).body();
        assertThat(grids.valueStream().map(grid -> grid.get("code").asString()))
                .containsExactly(GRID_1, GRID_2, "360502001001003");
        assertThat(grids.get(0).get("communityName").asString()).isEqualTo("百花湖社区");
        assertThat(community().get("/api/grid-task-kinds").expect(200).body().toString())
                .contains("走访");
        worker(1).get("/api/grid-task-grids").expect(403);
        resident().get("/api/grid-task-kinds").expect(403);
    }

    @Test
    void aRepeatedKeyWritesOnce() {
        Browser community = community();
        String title = "安全核查 " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(task(title, GRID_1));
        JsonNode first =
                community.post("/api/grid-tasks", body, key).expect(201).body();
        assertThat(community
                        .post("/api/grid-tasks", body, key)
                        .expect(201)
                        .body()
                        .get("id"))
                .isEqualTo(first.get("id"));
        Browser worker = worker(1);
        JsonNode share = share(worker, title);
        String path = "/api/my/grid-tasks/" + share.get("id").asString() + "/results";
        String done = json.writeValueAsString(result(share, "已核查", List.of()));
        String once = UUID.randomUUID().toString();
        worker.post(path, done, once).expect(200);
        worker.post(path, done, once).expect(200);
        worker.post(path, done).expect(409);
    }

    @Test
    void badInputChangesNothing() {
        Browser community = community();
        refused(community, Map.of("title", " "), 400, "malformed");
        refused(community, Map.of("title", "长".repeat(61)), 400, "malformed");
        refused(community, Map.of("words", "\u200b"), 400, "malformed");
        refused(community, Map.of("kind", "dance"), 422, "task-kind-unknown");
        refused(community, Map.of("dueDay", today().minusDays(1).toString()), 422, "task-due-day");
        refused(community, Map.of("dueDay", "2026-13-45"), 400, "malformed");
        refused(community, Map.of("areaCodes", List.of()), 400, "malformed");
        refused(community, Map.of("areaCodes", List.of("360502001001")), 422, "area-unknown");
        refused(worker(1), Map.of(), 403, "right-missing");
        community.get("/api/grid-tasks?cursor=nonsense").expect(400);
        community.get("/api/grid-tasks?status=NONE").expect(400);
        Browser worker = worker(1);
        String title = "坏输入 " + UUID.randomUUID();
        assign(community, title, GRID_1);
        JsonNode share = share(worker, title);
        String path = "/api/my/grid-tasks/" + share.get("id").asString() + "/results";
        assertThat(worker.post(
                                path,
                                result(share, "好", List.of(UUID.randomUUID().toString())))
                        .expect(422)
                        .code())
                .isEqualTo("file-not-yours");
        worker.post(path, result(share, " ", List.of())).expect(400);
        assertThat(share(worker, title).get("status").asString()).isEqualTo("OPEN");
    }

    private static void refused(Browser who, Map<String, ?> changed, int status, String code) {
        Map<String, Object> body = task("不会有", GRID_1);
        body.putAll(changed);
        assertThat(who.post("/api/grid-tasks", body).expect(status).code()).isEqualTo(code);
    }

    @Test
    void listsComeInPagesWithoutGapOrRepeat() {
        Browser community = staffOnPost("kuixinglu-clerk");
        Browser worker = worker(4);
        String name = "分页 " + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assign(community, name + " " + i, ELSEWHERE);
        }
        for (String list :
                List.of("/api/grid-tasks?status=OPEN", "/api/grid-tasks?x=", "/api/my/grid-tasks?open=true")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                Browser reader = list.startsWith("/api/my") ? worker : community;
                JsonNode page =
                        reader.get(list + "&limit=2" + cursor).expect(200).body();
                page.get("items").forEach(row -> seen.add(row.get("title").asString()));
                cursor = page.get("next").isNull()
                        ? ""
                        : "&cursor=" + page.get("next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen.stream().filter(title -> title.startsWith(name))).hasSize(5);
        }
    }
}
