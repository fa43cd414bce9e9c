package org.mulin.demo.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.script.Beat;
import org.mulin.demo.internal.script.Deed;
import org.mulin.demo.internal.script.Entry;
import org.mulin.demo.internal.script.OfficeDay;
import org.mulin.demo.internal.script.Spot;
import org.mulin.demo.internal.script.Tale;
import tools.jackson.databind.JsonNode;

/** One appeal on its way: brings it in and does the tale's beats, each when its time has come. */
final class Course {
    private final Tale tale;
    private final DemoPeople people;
    private final Stage stage;
    private final OfficeDay office;
    private final DemoClock clock;
    private final Consumer<StoryStuck> refused;
    private final KnownTicket ticket;
    private String matter;
    private int next;

    Course(Tale tale, DemoPeople people, Stage stage, OfficeDay office, DemoClock clock, Consumer<StoryStuck> refused) {
        this.tale = tale;
        this.people = people;
        this.stage = stage;
        this.office = office;
        this.clock = clock;
        this.refused = refused;
        this.ticket = new KnownTicket(people);
        this.matter = tale.matter();
    }

    /** Its author files it, or a grid worker does. */
    void submit() {
        try {
            ticket.received(tale.entry() == Entry.GRID ? reported() : appealed());
        } catch (StoryStuck stuck) {
            refused.accept(stuck);
            return;
        }
        arrange();
    }

    /** It came in with a file. */
    void taken(JsonNode row) {
        ticket.listed(row);
        arrange();
    }

    private JsonNode appealed() {
        Map<String, Object> body = Map.of(
                "words", tale.words(),
                "photoIds", List.of(),
                "place", place(),
                "confidential", tale.confidential(),
                "public", tale.open());
        return people.resident(tale.phone()).post("/api/appeals", body, tale.key());
    }

    private JsonNode reported() {
        DemoBrowser worker = people.holder(tale.caller());
        Beat first = tale.beats().isEmpty() ? null : tale.beats().getFirst();
        if (first == null || first.deed() != Deed.SETTLE) {
            Map<String, Object> body =
                    Map.of("words", tale.words(), "photoIds", List.of(), "place", place(), "confidential", false);
            return worker.post("/api/reports", body, tale.key());
        }
        next++;
        Map<String, Object> body = Map.of(
                "matterCode", matter,
                "words", tale.words(),
                "result", first.words(),
                "photoIds", List.of(photo(worker)),
                "place", Map.of());
        return worker.post("/api/settlements", body, tale.key());
    }

    private Map<String, Object> place() {
        Spot spot = tale.spot();
        if (spot == null || tale.told() == Tale.How.WORDS) {
            return Map.of();
        }
        if (tale.told() == Tale.How.POINT) {
            return spot.lon() == null || spot.lat() == null
                    ? Map.of("text", spot.name())
                    : Map.of("lon", spot.lon(), "lat", spot.lat(), "text", spot.name());
        }
        return Map.of("areaCode", spot.area(), "placeName", spot.name());
    }

    /** The next beat, or before it the desk's decision where the ticket belongs. */
    private void arrange() {
        if (next >= tale.beats().size()) {
            return;
        }
        Instant now = clock.instant();
        Beat beat = tale.beats().get(next);
        if (!ticket.isInTriage() || !beat.deed().isOfAUnit()) {
            at(beat.at(now, ticket.dueAt(), tale.pace(), office), now, () -> act(beat));
        } else if (!matter.isEmpty()) {
            at(office.staffed(now.plus(tale.triage()), tale.pace()), now, this::classify);
        }
    }

    private void at(Instant planned, Instant now, Runnable what) {
        Instant soonest = now.plus(Stage.STEP_MIN);
        stage.add(planned.isBefore(soonest) ? soonest : planned, Stage.STEP_MIN, what);
    }

    private void classify() {
        Map<String, Object> decided = new HashMap<>();
        if (matter.equals(Tale.FIRST_GUESS)) {
            JsonNode best =
                    people.clerk().get(ticket.address() + "/suggestions").path(0);
            decided.put("matterCode", best.path("matterCode").asString(""));
            decided.put("areaCode", best.path("areaCode").asString(""));
        } else {
            Spot spot = tale.spot();
            decided.put("matterCode", matter);
            decided.put("areaCode", spot == null ? null : spot.area());
        }
        if (byClerk("classifications", decided)) {
            arrange();
        }
    }

    /** What fails at the very beginning has no sequel. */
    private void act(Beat beat) {
        boolean done = done(beat);
        if (done || next > 0) {
            next++;
            arrange();
        }
    }

    private boolean done(Beat beat) {
        Map<String, Object> words = Map.of("words", beat.words());
        Map<String, Object> written = Map.of("words", beat.words(), "photoIds", List.of());
        return switch (beat.deed()) {
            case SETTLE -> true;
            case ACCEPT -> byWorker("acceptances", Map.of());
            case REPLY -> byWorker("replies", written);
            case ASK -> byWorker("questions", words);
            case RESOLVE -> resolve(beat);
            case RETURN -> giveBack(beat);
            case TRANSFER ->
                !ticket.assistant().isEmpty()
                        && byClerk("transfers", Map.of("unitId", ticket.assistant(), "words", beat.words()));
            case CLOSE -> byClerk("closures", words);
            case DECLINE -> byClerk("declines", Map.of("reasonCode", beat.code(), "words", beat.words()));
            case ANSWER -> byAuthor("answers", written);
            case SUPPLEMENT -> byAuthor("supplements", written);
            case WITHDRAW -> byAuthor("withdrawals", Map.of("reason", beat.words()));
            case REOPEN -> byAuthor("reopenings", Map.of("reason", beat.words()));
            case JUDGE -> byAuthor("verdicts", verdict(beat));
        };
    }

    private Map<String, Object> verdict(Beat beat) {
        boolean contacted = beat.mark() > 1 || Math.floorMod(tale.key().hashCode(), 3) > 0;
        return Map.of(
                "contacted",
                contacted,
                "solved",
                beat.mark() > 2,
                "satisfaction",
                beat.mark(),
                "comment",
                beat.words());
    }

    /** With a photo of the result where the pack asks for one. */
    private boolean resolve(Beat beat) {
        return worker().map(worker -> {
                    List<String> photos = ticket.wantsPhoto() ? List.of(photo(worker)) : List.of();
                    Map<String, Object> result = Map.of("words", beat.words(), "photoIds", photos);
                    return posted(worker, ticket.address(), "resolutions", result);
                })
                .orElse(false);
    }

    private String photo(DemoBrowser worker) {
        byte[] picture = DemoPhoto.of(tale.key());
        return worker.upload("/api/files", "result.jpg", "image/jpeg", picture, tale.key() + "-photo-" + next)
                .get("id")
                .asString();
    }

    private boolean giveBack(Beat beat) {
        Map<String, Object> ground = Map.of(
                "reasonCode",
                "not-our-duty",
                "dutyEntry",
                beat.code() + "@community",
                "matterCode",
                beat.code(),
                "words",
                beat.words());
        boolean returned = byWorker("returns", ground);
        if (returned) {
            matter = beat.code();
        }
        return returned;
    }

    private boolean byWorker(String resource, Map<String, Object> body) {
        return worker().map(worker -> posted(worker, ticket.address(), resource, body))
                .orElse(false);
    }

    private boolean byClerk(String resource, Map<String, Object> body) {
        return posted(people.clerk(), ticket.address(), resource, body);
    }

    private boolean byAuthor(String resource, Map<String, Object> body) {
        return posted(people.resident(tale.phone()), ticket.authorsAddress(), resource, body);
    }

    /** A unit that nobody has met is looked up on the ticket. */
    private Optional<DemoBrowser> worker() {
        if (ticket.unit().isEmpty()) {
            ticket.seen(people.clerk().get(ticket.address()));
        }
        return ticket.unit().isEmpty() ? Optional.empty() : people.workerOf(ticket.unit());
    }

    private boolean posted(DemoBrowser browser, String address, String resource, Map<String, Object> body) {
        try {
            ticket.seen(post(browser, address, resource, body));
            return true;
        } catch (StoryStuck stuck) {
            refused.accept(stuck);
            return false;
        }
    }

    /** What somebody else changed meanwhile is looked at once. */
    private JsonNode post(DemoBrowser browser, String address, String resource, Map<String, Object> body) {
        var versioned = new HashMap<>(body);
        versioned.put("version", ticket.version());
        String key = tale.key() + "-" + resource + "-" + next;
        try {
            return browser.post(address + "/" + resource, versioned, key);
        } catch (StoryStuck stuck) {
            if (!stuck.isStale()) {
                throw stuck;
            }
            versioned.put("version", stuck.current());
            return browser.post(address + "/" + resource, versioned, key + "-again");
        }
    }
}
