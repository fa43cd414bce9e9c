package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Signals;
import org.mulin.policy.Keepers;
import org.mulin.policy.PackTable;
import org.mulin.policy.SmallPack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class PolicyHttpTest extends MulinHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KINDS = "task_kinds";
    private static final String TABLE = "/api/policy/tables/" + KINDS;

    @Autowired
    private List<PackTable<?>> tables;

    @Autowired
    private PackSeed seed;

    @Autowired
    private VersionRepository versions;

    @Autowired
    private Signals signals;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate rows;

    @Test
    void aListIsTakenOutChangedLookedAtAndPublished() throws Exception {
        Browser keeper = staffOnPost("city-list-keeper");
        StoredPolicy otherNode = new StoredPolicy(tables, seed, versions, clock, SmallPack.folder());
        new VersionWatch(otherNode, signals);
        long before = inForce(keeper, KINDS);
        String text = Keepers.text(keeper, KINDS);
        String changed = text.replace("巡查", "日常巡查") + row("宠物登记") + row("助老送餐");

        String draft = Keepers.draft(keeper, KINDS, changed);
        JsonNode view = keeper.get(draft).expect(200).body();
        assertThat(view.at("/counts/added").asInt()).isEqualTo(2);
        assertThat(view.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(view.get("allowedActions").toString()).contains("PUBLISH", "DISCARD");
        JsonNode cell = keeper.get(draft + "/difference?kind=CHANGED")
                .expect(200)
                .body()
                .at("/items/0/cells/0");
        assertThat(cell.get("before").asString()).isEqualTo("巡查");
        assertThat(cell.get("after").asString()).isEqualTo("日常巡查");
        JsonNode page = keeper.get(draft + "/difference?limit=2").expect(200).body();
        assertThat(page.get("items")).hasSize(2);
        assertThat(keeper.get(draft + "/difference?limit=2&cursor="
                                + page.get("next").asString())
                        .expect(200)
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(inForce(keeper, KINDS)).isEqualTo(before);

        String body = json.writeValueAsString(Keepers.publication(keeper, draft, null));
        String key = UUID.randomUUID().toString();
        keeper.post(draft + "/publications", body, key).expect(200);
        keeper.post(draft + "/publications", body, key).expect(200);
        assertThat(keeper.post(draft + "/publications", body).expect(409).code())
                .isEqualTo("stale");
        assertThat(inForce(keeper, KINDS)).isEqualTo(before + 1);
        assertThat(Keepers.text(keeper, KINDS)).contains("日常巡查", "助老送餐");
        await().atMost(PATIENCE).until(() -> versionOn(otherNode) == before + 1);

        JsonNode newest = keeper.get(TABLE + "/versions").expect(200).body().at("/items/0");
        assertThat(newest.get("state").asString()).isEqualTo("IN_FORCE");
        assertThat(newest.get("reason").asString()).isEqualTo("按市政府第 12 号文件调整");
        assertThat(keeper.get(TABLE + "/versions/" + (before + 1) + "/difference?from=" + before)
                        .expect(200)
                        .body()
                        .at("/counts/added")
                        .asInt())
                .isEqualTo(2);
        assertThat(audited("policy.publish", draft)).isEqualTo(1);
        Keepers.putInForce(keeper, KINDS, text);
    }

    @Test
    void aFileWithMistakesChangesNothing() {
        Browser keeper = staffOnPost("city-list-keeper");
        int drafts = count("select count(*) from policy.draft");
        JsonNode told = Keepers.upload(keeper.reading("en"), KINDS, "code,name\nvisit,Visit\n\nvisit,Visit\nx y,\n");
        assertThat(told.get("draftId").isNull()).isTrue();
        assertThat(told.get("problemsTotal").asInt())
                .isEqualTo(told.get("problems").size());
        assertThat(told.get("problems"))
                .extracting(one -> one.get("line").asInt() + " "
                        + one.get("column").asString() + " " + one.get("text").asString())
                .contains(
                        "4 code visit is already used in line 2",
                        "5 code x y is not a code: use letters A-Z and digits and _ . -",
                        "5 name this cell must not be empty");
        assertThat(count("select count(*) from policy.draft")).isEqualTo(drafts);
        assertThat(keeper.upload(TABLE + "/drafts", "file", "bomb.xlsx", Books.bomb())
                        .expect(422)
                        .code())
                .isEqualTo("import-packed-dense");
        assertThat(keeper.upload(TABLE + "/drafts", "file", "large.csv", new byte[Upload.BYTES_MAX + 1])
                        .expect(413)
                        .code())
                .isEqualTo("too-large");
        assertThat(keeper.upload(
                                TABLE + "/drafts",
                                "file",
                                "same.csv",
                                Keepers.text(keeper, KINDS).getBytes(StandardCharsets.UTF_8))
                        .expect(422)
                        .code())
                .isEqualTo("policy-no-difference");
        String city = Keepers.text(keeper, "pack").replace("360500000000", "360600000000");
        assertThat(Keepers.upload(keeper, "pack", city).get("problems"))
                .extracting(one -> one.get("code").asString())
                .contains("city-code-fixed");
    }

    @Test
    void aVersionToComeIsFollowedOrWithdrawn() {
        Browser keeper = staffOnPost("city-list-keeper");
        long before = inForce(keeper, KINDS);
        String text = Keepers.text(keeper, KINDS);
        String soon = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")))
                .plusDays(9)
                .toString();
        String draft = Keepers.draft(keeper, KINDS, text + row("夜间巡逻"));
        String rival = Keepers.draft(keeper, KINDS, text + row("另一份"));
        assertThat(Keepers.publish(keeper, draft, "2999-01-01").expect(400).code())
                .isEqualTo("malformed");
        assertThat(Keepers.publish(keeper, draft, "2020-01-01").expect(400).code())
                .isEqualTo("malformed");
        Keepers.publish(keeper, draft, soon).expect(200);
        assertThat(inForce(keeper, KINDS)).isEqualTo(before);
        JsonNode table = keeper.get(TABLE).expect(200).body().get("table");
        assertThat(table.at("/next/validFrom").asString()).isEqualTo(soon);
        long next = table.at("/next/version").asLong();

        assertThat(Keepers.publish(keeper, rival, null).expect(400).code()).isEqualTo("malformed");
        assertThat(Keepers.publish(keeper, rival, soon).expect(422).code()).isEqualTo("policy-base-moved");
        assertThat(keeper.get(rival).expect(200).body().get("overtaken").asBoolean())
                .isTrue();

        String withdrawal = TABLE + "/versions/" + next + "/withdrawals";
        keeper.post(withdrawal, Map.of("reason", " ")).expect(400);
        keeper.post(withdrawal, Map.of("reason", "文件推迟")).expect(200);
        assertThat(keeper.post(withdrawal, Map.of("reason", "文件推迟")).expect(422).code())
                .isEqualTo("policy-in-force");
        assertThat(keeper.post(TABLE + "/versions/" + before + "/withdrawals", Map.of("reason", "x"))
                        .expect(422)
                        .code())
                .isEqualTo("policy-in-force");
        assertThat(keeper.get(TABLE).expect(200).body().at("/table/next").isNull())
                .isTrue();
        assertThat(keeper.get(TABLE + "/versions")
                        .expect(200)
                        .body()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        Keepers.publish(keeper, rival, null).expect(200);
        assertThat(inForce(keeper, KINDS)).isEqualTo(next + 1);
        Keepers.putInForce(keeper, KINDS, text);
    }

    @Test
    void whoeverHasNotTheWholeCityNeedsSomebodyWhoHas() {
        Browser county = staffOnPost("street-list-keeper");
        Browser city = staffOnPost("city-list-keeper");
        String text = Keepers.text(county, KINDS);
        String draft = Keepers.draft(county, KINDS, text + row("楼道清理"));
        JsonNode proposed = Keepers.publish(county, draft, null).expect(200).body();
        assertThat(proposed.get("state").asString()).isEqualTo("PROPOSED");
        Map<String, Object> seen = Map.of("version", Keepers.version(county, draft));
        assertThat(county.post(draft + "/approvals", seen).expect(403).code()).isEqualTo("policy-second-person");
        Map<String, Object> no = Map.of("version", Keepers.version(city, draft), "reason", "请补充依据");
        city.post(draft + "/rejections", no).expect(200);
        Keepers.publish(county, draft, null).expect(200);
        Map<String, Object> yes = Map.of("version", Keepers.version(city, draft));
        assertThat(city.post(draft + "/approvals", yes)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        JsonNode steps = city.get(draft).expect(200).body().get("steps");
        assertThat(steps)
                .extracting(step -> step.get("action").asString())
                .containsExactly("UPLOAD", "PROPOSE", "REJECT", "PROPOSE", "PUBLISH");
        Keepers.putInForce(city, KINDS, text);
    }

    @Test
    void aCityThatAsksForASecondPersonGetsOne() {
        Browser one = staffOnPost("city-list-keeper");
        Browser other = staffOnPost("city-list-keeper-2");
        String settings = Keepers.text(one, "settings");
        Keepers.putInForce(one, "settings", settings.replace("policy_approval,no", "policy_approval,yes"));
        try {
            String text = Keepers.text(one, KINDS);
            String draft = Keepers.draft(one, KINDS, text + row("反诈宣传"));
            assertThat(Keepers.publish(one, draft, null)
                            .expect(200)
                            .body()
                            .get("state")
                            .asString())
                    .isEqualTo("PROPOSED");
            Map<String, Object> seen = Map.of("version", Keepers.version(one, draft));
            assertThat(one.post(draft + "/approvals", seen).expect(403).code()).isEqualTo("policy-second-person");
            one.post(draft + "/rejections", Map.of("version", seen.get("version"), "reason", "写错了"))
                    .expect(200);
            one.post(draft + "/discards", Map.of("version", Keepers.version(one, draft)))
                    .expect(200);
        } finally {
            String back = Keepers.draft(one, "settings", settings);
            Keepers.publish(one, back, null).expect(200);
            other.post(back + "/approvals", Map.of("version", Keepers.version(other, back)))
                    .expect(200);
        }
    }

    @Test
    void rightsAreNotGivenByAList() {
        Browser keeper = staffOnPost("city-list-keeper");
        String roles = Keepers.text(keeper, "roles");
        byte[] more = roles.replace("list_keeper,清单管理员,", "list_keeper,清单管理员,account:manage;")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(keeper.upload("/api/policy/tables/roles/drafts", "file", "roles.csv", more)
                        .expect(403)
                        .code())
                .isEqualTo("right-missing");
        assertThat(keeper.get("/api/policy/tables/posts")
                        .expect(200)
                        .body()
                        .at("/table/mayUpload")
                        .asBoolean())
                .isFalse();
        Browser clerk = staffOnPost("street-clerk");
        clerk.get("/api/policy/tables").expect(403);
        clerk.get(TABLE + "/versions/1/file").expect(403);
        keeper.get("/api/policy/tables/nothing").expect(404);
        keeper.get(TABLE + "/versions/999/file").expect(404);
        keeper.get("/api/policy/drafts/" + UUID.randomUUID()).expect(404);
    }

    private static String row(String name) {
        return "k" + UUID.randomUUID().toString().substring(0, 8) + "," + name + "\r\n";
    }

    private static long inForce(Browser keeper, String table) {
        return keeper.get("/api/policy/tables/" + table)
                .expect(200)
                .body()
                .at("/table/version")
                .asLong();
    }

    private long versionOn(StoredPolicy node) {
        PackTable<?> table = node.table(KINDS).orElseThrow();
        return StoredVersion.inForce(node.versions(table), LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))))
                .version();
    }

    private int audited(String action, String draft) {
        return count("select count(*) from audit.entry where action = '" + action + "' and subject_id = '"
                + Path.of(draft).getFileName() + "'");
    }

    private int count(String sql) {
        Integer found = rows.queryForObject(sql, Integer.class);
        return found == null ? 0 : found;
    }
}
