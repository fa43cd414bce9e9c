package org.mulin.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.script.ExclusionStory.Ending;
import org.mulin.demo.internal.script.ExclusionStory.Plot;
import tools.jackson.databind.JsonNode;

/**
 * 剔除: a unit that got a bad verdict asks that the rates leave the ticket out, and a higher level decides; or nobody
 * answers the call-back. Through the same doors as everybody, each line when its time has come.
 */
final class ExclusionScene {
    private static final Duration BEAT = Duration.ofMinutes(20);
    private static final String DESK = "hotline-clerk";
    private static final String SEAT = "hotline-seat";

    private final Plot plot;
    private final DemoPeople people;
    private final Stage stage;
    private final Consumer<StoryStuck> refused;
    private final List<Runnable> lines = new ArrayList<>();
    private Instant at;
    private String ticketId = "";

    ExclusionScene(Plot plot, Instant begin, DemoPeople people, Stage stage, Consumer<StoryStuck> refused) {
        this.plot = plot;
        this.at = begin;
        this.people = people;
        this.stage = stage;
        this.refused = refused;
    }

    void begin() {
        lines.add(this::register);
        lines.add(() -> ticket(plot.post(), "acceptances", Map.of()));
        lines.add(() -> ticket(
                plot.post(), "resolutions", Map.of("words", "已到场处置并向居民说明情况", "photoIds", List.of(photo("result")))));
        lines.add(this::callBack);
        if (plot.ending() != Ending.UNREACHABLE) {
            lines.add(this::apply);
        }
        switch (plot.ending()) {
            case OPEN, UNREACHABLE -> {}
            case TAKEN_BACK -> lines.add(() -> exclusion(plot.post(), "withdrawals", Map.of()));
            case UPHELD -> lines.add(() -> review(true));
            case REFUSED -> lines.add(() -> review(false));
            case REVOKED -> {
                lines.add(() -> review(true));
                lines.add(() ->
                        exclusion(plot.reviewer(), "revocations", Map.of("words", "居民补充了照片，经复查诉求部分属实，撤销剔除，照常计入评价")));
            }
        }
        next(0);
    }

    /** One line after the other; one that the rules refuse ends the scene. */
    private void next(int line) {
        if (line >= lines.size()) {
            return;
        }
        stage.add(at, Stage.STEP_MIN, () -> {
            try {
                lines.get(line).run();
            } catch (StoryStuck stuck) {
                refused.accept(stuck);
                return;
            }
            at = at.plus(BEAT);
            next(line + 1);
        });
    }

    private void register() {
        Map<String, Object> body = new HashMap<>();
        body.put("channel", "HOTLINE");
        body.put("caller", Map.of("name", "居民", "phone", plot.phone()));
        body.put("words", plot.words());
        body.put("place", Map.of("areaCode", plot.area()));
        body.put("confidential", false);
        body.put("matterCode", plot.matter());
        body.put("outcome", "DISPATCH");
        JsonNode receipt = people.holder(DESK).post("/api/tickets", body, key("register"));
        ticketId = receipt.get("ticketId").asString();
        String unit =
                people.holder(plot.post()).get("/api/session").get("unitId").asString();
        JsonNode parts = people.holder(DESK).get("/api/tickets/" + ticketId).get("parts");
        if (!parts.path(0).path("unit").path("id").asString("").equals(unit)) {
            ticket(DESK, "transfers", Map.of("unitId", unit, "words", "请你单位到场核实处置"));
        }
    }

    private void callBack() {
        String appeal = people.holder(DESK)
                .get("/api/tickets/" + ticketId)
                .at("/appeals/0/id")
                .asString();
        JsonNode call = people.holder(SEAT).post("/api/call-backs/" + appeal + "/calls", Map.of(), key("call"));
        Map<String, Object> ended = plot.ending() == Ending.UNREACHABLE
                ? Map.of("outcome", "WRONG_NUMBER", "words", "所留号码为空号")
                : Map.of(
                        "outcome",
                        "REACHED",
                        "contacted",
                        true,
                        "solved",
                        true,
                        "satisfaction",
                        2,
                        "words",
                        plot.verdict());
        String id = call.get("callId").asString();
        people.holder(SEAT).post("/api/call-backs/calls/" + id + "/ends", ended, key("end"));
    }

    private void apply() {
        Map<String, Object> wish = Map.of(
                "reasonCode", plot.reason(),
                "words", plot.statement(),
                "photoIds", List.of(photo("scene"), photo("notice")));
        ticket(plot.post(), "exclusions", wish);
    }

    private void review(boolean upheld) {
        exclusion(plot.reviewer(), "reviews", Map.of("upheld", upheld, "words", plot.opinion()));
    }

    private String photo(String what) {
        byte[] picture = DemoPhoto.of(plot.phone() + what);
        return people.holder(plot.post())
                .upload("/api/files", what + ".jpg", "image/jpeg", picture, key("photo-" + what))
                .get("id")
                .asString();
    }

    private void exclusion(String post, String resource, Map<String, Object> body) {
        JsonNode last = people.holder(post)
                .get("/api/tickets/" + ticketId + "/exclusions")
                .at("/exclusions/0");
        String address = "/api/exclusions/" + last.get("id").asString() + "/" + resource;
        write(post, address, body, last.get("version").asLong());
    }

    private void ticket(String post, String resource, Map<String, Object> body) {
        String address = "/api/tickets/" + ticketId;
        write(
                post,
                address + "/" + resource,
                body,
                people.holder(post).get(address).get("version").asLong());
    }

    private void write(String post, String address, Map<String, Object> body, long version) {
        Map<String, Object> versioned = new HashMap<>(body);
        versioned.put("version", version);
        String step = address.substring(address.lastIndexOf('/') + 1);
        people.holder(post).post(address, versioned, key(step + version));
    }

    private String key(String line) {
        return "demo-exclusion-" + Integer.toHexString((plot.phone() + line).hashCode());
    }
}
