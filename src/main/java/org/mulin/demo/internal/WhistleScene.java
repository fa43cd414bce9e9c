package org.mulin.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import tools.jackson.databind.JsonNode;

/**
 * 吹哨: a community that cannot do it alone calls departments together. How far the scene goes is its ending.
 */
final class WhistleScene extends Scene {
    /** How a scene ends. */
    enum Ending {
        /** Blown; one department has confirmed. */
        WAITING,
        /** One department objects, and the street has not decided. */
        OBJECTED,
        /** All have signed; one has kept its promise; scored, reviewed as needed. */
        AGREED,
        /** One department nobody saw; ended by the convener, reviewed as not needed. */
        NEEDLESS
    }

    /** @param posts who is called, the first leads */
    record Plot(String id, String matter, String words, String problem, List<String> posts, Ending ending) {}

    /** The fourth department to come, one after the other, is late. */
    private static final int MEETING_BEATS = 14;

    private static final String AREA = "360502001001";
    private static final String NEIGHBOUR = "东门夜市的音响太吵，云栖里小区这几栋楼半夜都睡不着";

    private static final String COMMUNITY = "baihuahu-clerk";
    private static final String STREET = "street-coordinator";

    private final Plot plot;
    private final ZoneId zone;
    private String whistleId = "";

    WhistleScene(Plot plot, Instant begin, DemoPeople people, Stage stage, ZoneId zone, Consumer<StoryStuck> refused) {
        super("whistle-" + plot.id(), begin, people, stage, refused);
        this.plot = plot;
        this.zone = zone;
    }

    @Override
    void write() {
        line(() -> register("12900007788", plot.words(), AREA, plot.matter(), COMMUNITY, "请社区先行到场，必要时吹哨"));
        if (plot.ending() == Ending.AGREED) {
            line(() -> mergeAnother("12900007789", NEIGHBOUR, AREA, plot.matter()));
        }
        line(() -> ticket(COMMUNITY, "acceptances", Map.of()));
        line(this::blow);
        switch (plot.ending()) {
            case WAITING -> line(() -> own(plot.posts().getFirst(), "confirmations", Map.of()));
            case OBJECTED -> {
                line(() -> own(plot.posts().getFirst(), "confirmations", Map.of()));
                line(this::object);
            }
            case AGREED -> agree();
            case NEEDLESS -> {
                come(plot.posts().getFirst());
                line(() -> whole(COMMUNITY, "closures", Map.of("words", "现场已由首到部门处置完毕，无须继续集结")));
                line(() -> whole(STREET, "reviews", Map.of("needed", false, "words", "单一部门即可处置，下次请先派单")));
            }
        }
    }

    private void agree() {
        plot.posts().forEach(this::come);
        line(() -> whole(COMMUNITY, "resolutions", Map.of("words", "各部门分时段值守一个月，社区每周通报；复发即再次吹哨。")));
        plot.posts().forEach(post -> line(() -> own(post, "signatures", Map.of())));
        String first = plot.posts().getFirst();
        line(() -> own(
                first,
                "fulfilments",
                Map.of("words", "已连续值守，噪声达标", "photoIds", List.of(photo(first, "done-" + first)))));
        line(this::score);
        line(() -> whole(STREET, "reviews", Map.of("needed", true, "words", "跨部门事项，确有必要")));
    }

    private void come(String post) {
        line(() -> own(post, "confirmations", Map.of()));
        line(() -> own(post, "delegates", Map.of("name", "值班组长", "phone", "12900009911")));
        line(() -> own(
                post,
                "check-ins",
                Map.of("lon", 114.9301, "lat", 27.8012, "photoIds", List.of(photo(post, "scene-" + post)))));
        line(() -> own(
                post,
                "promises",
                Map.of(
                        "done", "已到场劝导并登记摊主",
                        "promise", "每晚二十二时前到场值守",
                        "promisedOn",
                                LocalDate.ofInstant(at(), zone).plusDays(3).toString())));
    }

    private void blow() {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (String post : plot.posts()) {
            calls.add(Map.of("unitId", unitOf(post), "lead", calls.isEmpty()));
        }
        long version = version(COMMUNITY, "/api/tickets/" + ticketId());
        Map<String, Object> body = Map.of(
                "tickets", List.of(Map.of("id", ticketId(), "version", version)),
                "problem", plot.problem(),
                "place", Map.of("text", "云栖里小区东门", "lon", 114.93, "lat", 27.80),
                "meetAt", at().plus(BEAT.multipliedBy(MEETING_BEATS)).toString(),
                "calls", calls);
        whistleId = people.holder(COMMUNITY)
                .post("/api/whistles", body, key("blow"))
                .get("id")
                .asString();
    }

    private void object() {
        String post = plot.posts().getLast();
        own(
                post,
                "objections",
                Map.of(
                        "reasonCode", "not-our-duty",
                        "dutyEntry", plot.matter() + "@county",
                        "words", "该点位噪声由主责部门处置，本单位不应到场"));
    }

    private void score() {
        int[] marks = {5, 4, 3, 4};
        JsonNode calls = whistle(COMMUNITY).get("calls");
        for (int i = 0; i < calls.size(); i++) {
            call(COMMUNITY, calls.get(i), "scores", Map.of("score", marks[i % marks.length], "words", "到场处置情况"));
        }
    }

    private JsonNode whistle(String post) {
        return people.holder(post).get("/api/whistles/" + whistleId);
    }

    private void own(String post, String resource, Map<String, Object> body) {
        for (JsonNode call : whistle(post).get("calls")) {
            if (call.get("mine").asBoolean()) {
                call(post, call, resource, body);
            }
        }
    }

    private void call(String post, JsonNode call, String resource, Map<String, Object> body) {
        String id = call.get("id").asString();
        send(
                post,
                "/api/whistles/" + whistleId + "/calls/" + id + "/" + resource,
                body,
                call.get("version").asLong());
    }

    private void whole(String post, String resource, Map<String, Object> body) {
        String address = "/api/whistles/" + whistleId;
        send(post, address + "/" + resource, body, version(post, address));
    }

    /** The scenes of every life, by how many days before its end they begin. */
    static Map<Integer, Plot> all() {
        List<String> four = List.of(
                "yushui-culture-tourism-clerk", "urban-clerk", "yushui-police-clerk", "yushui-market-regulation-clerk");
        return Map.of(
                6,
                new Plot(
                        "night-market",
                        "noise-bar",
                        "云栖里小区东门夜市烧烤和酒吧音响每天吵到半夜，孩子没法睡觉",
                        "夜市音响、占道、油烟和治安须同场处置，请各部门到场商定值守",
                        four,
                        Ending.AGREED),
                4,
                new Plot(
                        "karaoke",
                        "noise-bar",
                        "云栖里小区旁歌厅低音炮震得窗户响，打了几次电话都没用",
                        "歌厅隔音不合格且夜间纠纷多，请到场查验",
                        four.subList(0, 2),
                        Ending.NEEDLESS),
                2,
                new Plot(
                        "barbecue",
                        "noise-bar",
                        "云栖里小区门口烧烤店客人划拳吵到凌晨",
                        "烧烤店噪声与占道经营，请到场",
                        four.subList(0, 3),
                        Ending.OBJECTED),
                1,
                new Plot(
                        "bar",
                        "noise-bar",
                        "云栖里小区后街清吧驻唱声音太大，楼上睡不着",
                        "清吧夜间噪声反复，请文旅、城管到场",
                        four.subList(0, 2),
                        Ending.WAITING));
    }
}
