package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.admission.CommunityTasks;
import org.mulin.admission.CommunityTasks.Wanted;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.base.Refused;
import org.mulin.grid.GridTaskEvent;
import org.mulin.grid.TaskAdmission;
import org.mulin.organization.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A task that is not on the list comes to a community by no way; each is tried, and told the rule. */
class SideDoorsTest extends AdmissionHttp {
    @Autowired
    private DSLContext sql;

    @Autowired
    private CommunityTasks communityTasks;

    @Autowired
    private TaskAdmission gate;

    @Autowired
    private Units units;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private int before;

    @BeforeEach
    void count() {
        before = tasks();
    }

    private int tasks() {
        return sql.fetchCount(DSL.table("admission.task"));
    }

    static Map<String, Object> gridTask(String... grids) {
        return new HashMap<>(Map.of(
                "kind",
                "visit",
                "title",
                "动员居民参评",
                "words",
                "入户动员。",
                "dueDay",
                today().plusDays(3).toString(),
                "areaCodes",
                List.of(grids)));
    }

    private static void refused(Browser.Answer answer, String rule) {
        assertThat(answer.expect(422).code()).isEqualTo(rule);
        assertThat(answer.body().get("detail").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void theDeskAndTheInterfaceRefuseWhatTheListDoesNotHave() {
        Browser urban = urban();
        String community = community(urban, "百花湖");
        refused(urban.post(API + "/sendings", sending("collect-likes", community)), "admission-not-listed");
        refused(urban.post(API + "/sendings", sending("beautify", community)), "admission-expired");
        refused(urban.post(API + "/sendings", sending("greening", community)), "admission-not-begun");
        refused(urban.post(API + "/sendings", sending("elder-visit", community)), "admission-not-yours");
        refused(urban.post(API + "/sendings", sending("lights", community)), "admission-elsewhere");
        Map<String, Object> quota = sending("sorting", community);
        quota.put("words", "本周小程序注册量须达 200 户，按注册率排名。");
        refused(urban.post(API + "/sendings", quota), "admission-quota");
        String property = unit("property");
        refused(urban.post(API + "/sendings", sending("sorting", property)), "admission-community-unknown");
        assertThat(tasks()).isEqualTo(before);
    }

    private String unit(String code) {
        return units.byCode(code).orElseThrow().id().toString();
    }

    @Test
    void nobodyReachesGridsPastTheirCommunity() {
        // a role that a city might make: a clerk of the street, or of a department, who may assign to grids
        for (String unit : List.of("street", "urban")) {
            Actor clerk = actor(unit, Set.of("grid:assign"));
            assertThatThrownBy(() -> gate.admit(clerk, null))
                    .isInstanceOf(Refused.class)
                    .hasMessage("admission-past-community");
        }
        assertThat(urban().post("/api/grid-tasks", gridTask("360502001001001"))
                        .expect(403)
                        .code())
                .isEqualTo("right-missing");
        assertThat(tasks()).isEqualTo(before);
    }

    private Actor actor(String unitCode, Set<String> rights) {
        var unit = units.byCode(unitCode).orElseThrow();
        return new Actor(
                UUID.randomUUID(),
                Actor.Kind.STAFF,
                "某人",
                unit.id(),
                unit.name(),
                AreaRange.of(unit.areaKey()),
                rights);
    }

    /** The hotline takes a call: no field names a unit, and nobody moves the ticket to a community past duty. */
    @Test
    void aCallGoesByTheDutyListAndIsNotMovedToACommunity() {
        Browser seat = staffOnPost("hotline-seat");
        Map<String, Object> call = Map.of(
                "channel",
                "HOTLINE",
                "words",
                "城管中队来电：云栖里小区门口路上窨井盖不见了，请社区这周统计全街道井盖",
                "place",
                Map.of("areaCode", "360502001001001"),
                "confidential",
                false,
                "matterCode",
                "fac-manhole",
                "unitId",
                unit("baihuahu"),
                "itemCode",
                "collect-manholes",
                "outcome",
                "DISPATCH");
        int parts = parts();
        JsonNode taken = seat.post("/api/tickets", (Object) call).expect(201).body();
        assertThat(parts()).isEqualTo(parts);
        assertThat(tasks()).isEqualTo(before);
        assertThat(taken.get("ticketId").asString()).isNotBlank();
    }

    private int parts() {
        return sql.fetchCount(
                DSL.table("ticket.part"),
                DSL.condition(
                        "unit_id = ?", units.byCode("baihuahu").orElseThrow().id()));
    }

    /** Appeals of residents still reach their community by the duty list. */
    @Test
    void anAppealThatDutyGivesToCommunitiesReachesOne() {
        JsonNode receipt = resident()
                .post(
                        "/api/appeals",
                        Map.of(
                                "words",
                                "楼上楼下邻居天天吵架，请社区来调解",
                                "photoIds",
                                List.of(),
                                "place",
                                Map.of("areaCode", "360502001001001"),
                                "confidential",
                                false))
                .expect(201)
                .body();
        Browser clerk = staffOnPost("hotline-clerk");
        String id = receipt.get("ticketId").asString();
        JsonNode seen = clerk.get("/api/tickets/" + id).expect(200).body();
        if (seen.get("status").asString().equals("TRIAGE")) {
            clerk.post(
                            "/api/tickets/" + id + "/classifications",
                            Map.of(
                                    "matterCode",
                                    "nei-dispute",
                                    "version",
                                    seen.get("version").asLong()))
                    .expect(200);
        }
        baihuahu().get("/api/tickets/" + id).expect(200);
    }

    /** A file of tasks, brought as tickets: no column names a unit; what comes of it is not moved to a community. */
    @Test
    void anImportedTaskDoesNotComeToACommunity() throws InterruptedException {
        Browser importer = staffOnPost("hotline-clerk");
        String csv = "id,body,unitId,itemCode\nside-" + UUID.randomUUID() + ",云栖里小区门口路上窨井盖不见了请百花湖社区统计,"
                + unit("baihuahu") + ",collect-manholes\n";
        int parts = parts();
        JsonNode uploaded = importer.upload("/api/imports", "file", "a.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
        assertThat(uploaded.get("mapping").toString()).doesNotContain("unitId", "itemCode");
        String address = "/api/imports/" + uploaded.get("id").asString();
        importer.post(address + "/starts", "{\"mapping\":null}").expect(200);
        JsonNode view = uploaded;
        for (int i = 0; i < 600 && !view.get("state").asString().equals("DONE"); i++) {
            Thread.sleep(Duration.ofMillis(100));
            view = importer.get(address).expect(200).body();
        }
        assertThat(view.get("imported").asInt()).isEqualTo(1);
        assertThat(parts()).isEqualTo(parts);
        assertThat(tasks()).isEqualTo(before);
    }

    /** Another program: it may name matters of the catalogue only, and no field of its request names a unit. */
    @Test
    void anotherProgramSendsNoTask() throws IOException, InterruptedException {
        int parts = parts();
        assertThat(open311("collect-manholes").statusCode()).isEqualTo(404);
        HttpResponse<String> taken = open311("fac-manhole");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(parts()).isEqualTo(parts);
        assertThat(tasks()).isEqualTo(before);
    }

    private HttpResponse<String> open311(String service) throws IOException, InterruptedException {
        String form = Map.of(
                        "api_key", "mulin-demo",
                        "service_code", service,
                        "description", "请百花湖社区本周统计井盖",
                        "address_string", "云栖里小区门口",
                        "unitId", unit("baihuahu"),
                        "agency_responsible", "百花湖社区居民委员会")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(
                    HttpRequest.newBuilder(URI.create(origin() + "/open311/v2/requests.json"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void noEventMakesATask() throws InterruptedException {
        UUID community = units.byCode("baihuahu").orElseThrow().id();
        transaction.executeWithoutResult(_ -> events.publishEvent(new GridTaskEvent.Assigned(
                UUID.randomUUID(), List.of(community), LocalDate.of(2026, 12, 1), Instant.EPOCH)));
        Thread.sleep(Duration.ofMillis(300));
        assertThat(tasks()).isEqualTo(before);
        // whatever listens to events has one door only, and it asks the list
        Actor urban = actor("urban", Set.of(AdmissionRights.SEND));
        assertThatThrownBy(() -> communityTasks.send(
                        urban,
                        "an-event-of-another-module",
                        new Wanted("collect-likes", "集赞", "转发集赞", today().plusDays(3), 0, List.of(community))))
                .isInstanceOf(Refused.class)
                .hasMessage("admission-not-listed");
        LocalDate day = today().plusDays(3);
        Wanted many = new Wanted("elder-visit", "看望", "入户看望", day, CommunityTasks.FORMS_MAX + 1, List.of(community));
        assertThatThrownBy(() -> communityTasks.send(urban, "so-many-forms", many))
                .hasMessage("task-forms");
        assertThat(tasks()).isEqualTo(before);
    }

    /** Not even by a mistake in the program: no row without the line and the version that allow it. */
    @Test
    void theDatabaseKeepsNoTaskWithoutItsLine() {
        assertThatThrownBy(() -> sql.execute("insert into admission.task (id, sending_id, item_name, title, words,"
                        + " due_day, forms, hours_asked, status, sender_unit_id, sender_id, unit_id, area_key,"
                        + " sent_day,"
                        + " created_at, version) values (gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x',"
                        + " '2026-12-01', 0, 1, 'SENT', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x',"
                        + " '2026-12-01', '2026-12-01', 1)"))
                .hasMessageContaining("item_code");
    }
}
