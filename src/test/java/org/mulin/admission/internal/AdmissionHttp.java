package org.mulin.admission.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

/** The people and things of this module's tests over HTTP. */
abstract class AdmissionHttp extends MulinHttpTest {
    static final String API = "/api/admission";
    static final String STREET = "360502001000";

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    Browser urban() {
        return staffOnPost("urban-clerk");
    }

    Browser street() {
        return staffOnPost("street-clerk");
    }

    Browser baihuahu() {
        return staffOnPost("baihuahu-clerk");
    }

    Browser kuixinglu() {
        return staffOnPost("kuixinglu-clerk");
    }

    Browser keeper() {
        return staffOnPost("city-list-keeper");
    }

    /** Id of a community that the sender may choose. */
    static String community(Browser sender, String name) {
        for (JsonNode unit :
                sender.get(API + "/sendable-communities").expect(200).body()) {
            if (unit.get("name").asString().startsWith(name)) {
                return unit.get("unitId").asString();
            }
        }
        throw new AssertionError("no community " + name);
    }

    static Map<String, Object> sending(String item, String... communities) {
        return new HashMap<>(Map.of(
                "itemCode",
                item,
                "title",
                "桶边指导",
                "words",
                "周末到投放点指导居民分类。",
                "dueDay",
                today().plusDays(7).toString(),
                "forms",
                1,
                "unitIds",
                List.of(communities)));
    }

    /** Of an item of the street's, in its words. */
    static Map<String, Object> aidCheck(String... communities) {
        Map<String, Object> sending = sending("aid-check", communities);
        sending.put("title", "低保对象入户核查");
        sending.put("words", "核实新申请家庭状况，不需要另开证明。");
        return sending;
    }

    /** A title of its own, so that no other test's return stands in the way. */
    static Map<String, Object> elderVisit(String title, String... communities) {
        Map<String, Object> sending = sending("elder-visit", communities);
        sending.put("title", title);
        sending.put("words", "逐户探访独居老人，异常情况当天联系家属。");
        return sending;
    }

    static Map<String, Object> terms(String title) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("kind", "SERVICE"),
                Map.entry("title", title),
                Map.entry("about", "入户动员居民清理楼道。"),
                Map.entry("basis", "《新余市城市管理办法》"),
                Map.entry("times", 4),
                Map.entry("per", "MONTH"),
                Map.entry("hours", 6),
                Map.entry("moneyYuan", 10_000),
                Map.entry("people", 1),
                Map.entry("facilities", "清运车一辆"),
                Map.entry("overlaps", List.of()),
                Map.entry("counted", false),
                Map.entry("from", today().toString()),
                Map.entry("to", today().plusDays(60).toString())));
    }

    static Map<String, Object> request(String title) {
        return new HashMap<>(Map.of("terms", terms(title), "areaCodes", List.of(STREET)));
    }

    static String at(JsonNode view) {
        return API + "/requests/" + view.at("/request/id").asString();
    }

    static JsonNode vote(Browser community, String request, boolean veto) {
        JsonNode seen = community.get(request).expect(200).body();
        return community
                .post(request + "/votes", Map.of("veto", veto, "words", veto ? "人手不够" : "", "version", version(seen)))
                .expect(200)
                .body();
    }

    static long version(JsonNode view) {
        return view.get("version").asLong();
    }

    static String status(JsonNode view) {
        return view.at("/request/status").asString();
    }
}
