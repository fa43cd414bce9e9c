package org.mulin.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import tools.jackson.databind.JsonNode;

/**
 * One ticket's story told line by line, through the same doors as everybody, each line when its time has come; a line
 * that the rules refuse ends the scene.
 */
abstract class Scene {
    static final Duration BEAT = Duration.ofMinutes(20);
    static final String DESK = "hotline-clerk";

    final DemoPeople people;
    private final String name;
    private final Stage stage;
    private final Consumer<StoryStuck> refused;
    private final List<Runnable> lines = new ArrayList<>();
    private Instant at;
    private String ticketId = "";

    /** @param name no other scene's: a line that is told again is the same write */
    Scene(String name, Instant begin, DemoPeople people, Stage stage, Consumer<StoryStuck> refused) {
        this.name = name;
        this.at = begin;
        this.people = people;
        this.stage = stage;
        this.refused = refused;
    }

    abstract void write();

    final void begin() {
        write();
        next(0);
    }

    final void line(Runnable line) {
        lines.add(line);
    }

    final Instant at() {
        return at;
    }

    final String ticketId() {
        return ticketId;
    }

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

    /** The hotline takes a call and sends it to the post's unit, wherever the duty list would have it go. */
    final void register(String phone, String words, String area, String matter, String post, String why) {
        ticketId = called(phone, words, area, matter, "register");
        String unit = unitOf(post);
        JsonNode parts = people.holder(DESK).get("/api/tickets/" + ticketId).get("parts");
        if (!parts.path(0).path("unit").path("id").asString("").equals(unit)) {
            ticket(DESK, "transfers", Map.of("unitId", unit, "words", why));
        }
    }

    /** A neighbour calls about the same thing; the hotline sees it and merges the two. */
    final void mergeAnother(String phone, String words, String area, String matter) {
        String other = called(phone, words, area, matter, "another-" + phone);
        Map<String, Object> merged = Map.of("id", other, "version", version(DESK, "/api/tickets/" + other));
        ticket(DESK, "merges", Map.of("tickets", List.of(merged), "words", "同一夜市，已电话核实"));
    }

    private String called(String phone, String words, String area, String matter, String line) {
        Map<String, Object> body = new HashMap<>();
        body.put("channel", "HOTLINE");
        body.put("caller", Map.of("name", "居民", "phone", phone));
        body.put("words", words);
        body.put("place", Map.of("areaCode", area));
        body.put("confidential", false);
        body.put("matterCode", matter);
        body.put("outcome", "DISPATCH");
        return people.holder(DESK)
                .post("/api/tickets", body, key(line))
                .get("ticketId")
                .asString();
    }

    final String unitOf(String post) {
        return people.holder(post).get("/api/session").get("unitId").asString();
    }

    final String photo(String post, String what) {
        byte[] picture = DemoPhoto.of(name + what);
        return people.holder(post)
                .upload("/api/files", what + ".jpg", "image/jpeg", picture, key("photo-" + what))
                .get("id")
                .asString();
    }

    final void ticket(String post, String resource, Map<String, Object> body) {
        String address = "/api/tickets/" + ticketId;
        send(post, address + "/" + resource, body, version(post, address));
    }

    final long version(String post, String address) {
        return people.holder(post).get(address).get("version").asLong();
    }

    final void send(String post, String address, Map<String, Object> body, long version) {
        Map<String, Object> versioned = new HashMap<>(body);
        versioned.put("version", version);
        people.holder(post).post(address, versioned, key(address.substring(5) + version));
    }

    final String key(String line) {
        return "demo-" + Integer.toHexString(name.hashCode()) + "-" + Integer.toHexString(line.hashCode());
    }
}
