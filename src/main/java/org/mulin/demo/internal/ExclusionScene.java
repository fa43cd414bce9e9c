package org.mulin.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.script.ExclusionStory.Ending;
import org.mulin.demo.internal.script.ExclusionStory.Plot;
import tools.jackson.databind.JsonNode;

/**
 * 剔除: a unit that got a bad verdict asks that the rates leave the ticket out, and a higher level decides; or nobody
 * answers the call-back.
 */
final class ExclusionScene extends Scene {
    private static final String SEAT = "hotline-seat";

    private final Plot plot;

    ExclusionScene(Plot plot, Instant begin, DemoPeople people, Stage stage, Consumer<StoryStuck> refused) {
        super("exclusion-" + plot.phone(), begin, people, stage, refused);
        this.plot = plot;
    }

    @Override
    void write() {
        line(() -> register(plot.phone(), plot.words(), plot.area(), plot.matter(), plot.post(), "请你单位到场核实处置"));
        line(() -> ticket(plot.post(), "acceptances", Map.of()));
        line(() -> ticket(
                plot.post(), "resolutions", Map.of("words", "已到场处置并向居民说明情况", "photoIds", List.of(photo("result")))));
        line(this::callBack);
        if (plot.ending() != Ending.UNREACHABLE) {
            line(this::apply);
        }
        switch (plot.ending()) {
            case OPEN, UNREACHABLE -> {}
            case TAKEN_BACK -> line(() -> exclusion(plot.post(), "withdrawals", Map.of()));
            case UPHELD -> line(() -> review(true));
            case REFUSED -> line(() -> review(false));
            case REVOKED -> {
                line(() -> review(true));
                line(() -> exclusion(plot.reviewer(), "revocations", Map.of("words", "居民补充了照片，经复查诉求部分属实，撤销剔除，照常计入评价")));
            }
        }
    }

    private void callBack() {
        String appeal = people.holder(DESK)
                .get("/api/tickets/" + ticketId())
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
        return photo(plot.post(), what);
    }

    private void exclusion(String post, String resource, Map<String, Object> body) {
        JsonNode last = people.holder(post)
                .get("/api/tickets/" + ticketId() + "/exclusions")
                .at("/exclusions/0");
        String address = "/api/exclusions/" + last.get("id").asString() + "/" + resource;
        send(post, address, body, last.get("version").asLong());
    }
}
