package org.mulin.demo.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.Story.Outcome;
import org.mulin.demo.internal.Story.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Plays the story forward in time; what would lie after the beginning of the demo is left for visitors to do. */
final class DemoPlay {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlay.class);
    private static final Duration STEP = Duration.ofMinutes(95);

    private final DemoPeople people;
    private final DemoClock clock;
    private final Instant end;
    private final PriorityQueue<Act> acts = new PriorityQueue<>(Comparator.comparing(Act::at));

    DemoPlay(DemoPeople people, DemoClock clock, Instant end) {
        this.people = people;
        this.clock = clock;
        this.end = end;
    }

    private record Act(Instant at, Runnable what) {}

    interface Progress {
        void at(int done, int all);
    }

    void run(List<Told> appeals, Progress progress) {
        for (int line = 0; line < appeals.size(); line++) {
            new Course(appeals.get(line), "demo-" + (line + 1)).begin();
        }
        int done = 0;
        while (!acts.isEmpty()) {
            Act act = acts.remove();
            if (act.at().isAfter(end)) {
                continue;
            }
            clock.play(act.at());
            try {
                act.what().run();
            } catch (StoryStuck stuck) {
                LOG.warn("the demo's story is stuck: {}", stuck.getMessage());
            }
            done++;
            progress.at(done, done + acts.size());
        }
    }

    /** One appeal from its first words to its outcome. */
    private final class Course {
        private final Told told;
        private final String key;
        private final Instant begin;
        private String ticket = "";
        private String appeal = "";
        private int steps;

        Course(Told told, String key) {
            this.told = told;
            this.key = key;
            this.begin = end.minusSeconds((long) (told.daysAgo() * 86_400));
        }

        void begin() {
            acts.add(new Act(begin, this::submit));
        }

        private void submit() {
            JsonNode receipt = resident()
                    .post(
                            "/api/appeals",
                            Map.of(
                                    "words", told.words(),
                                    "photoIds", List.of(),
                                    "place", place(),
                                    "confidential", told.confidential()),
                            key + "-submit");
            ticket = receipt.get("ticketId").asString();
            appeal = receipt.get("appealId").asString();
            if (told.outcome() == Outcome.WITHDRAWN) {
                then(() -> asResident("withdrawals", Map.of("reason", told.answer())));
            } else if (told.outcome() == Outcome.DECLINED) {
                then(() -> asClerk("declines", Map.of("reasonCode", "statutory", "words", told.said())));
            } else if (told.outcome() != Outcome.NEW) {
                then(this::accept);
            }
        }

        private Map<String, Object> place() {
            if (told.place().isEmpty()) {
                return Map.of();
            }
            JsonNode found = resident().get("/api/places?q=" + encoded(told.place()));
            for (JsonNode place : found.path("items").isMissingNode() ? found : found.get("items")) {
                if (place.path("lon").isNumber()) {
                    return Map.of(
                            "lon", place.get("lon").asDouble(),
                            "lat", place.get("lat").asDouble(),
                            "text", told.place());
                }
            }
            return Map.of("text", told.place());
        }

        /** What the machine was not sure of is decided by the clerk first: the first suggestion. */
        private void accept() {
            JsonNode view = people.clerk().get("/api/tickets/" + ticket);
            if (view.get("status").asString().equals("TRIAGE")) {
                JsonNode best = people.clerk()
                        .get("/api/tickets/" + ticket + "/suggestions")
                        .path(0);
                asClerk(
                        "classifications",
                        Map.of(
                                "matterCode", best.path("matterCode").asString(""),
                                "areaCode", best.path("areaCode").asString("")));
                then(this::accept);
                return;
            }
            asHandler("acceptances", Map.of());
            then(this::goOn);
        }

        private void goOn() {
            Map<String, Object> said = Map.of("words", told.said(), "photoIds", List.of());
            switch (told.outcome()) {
                case REPLY -> asHandler("replies", said);
                case ASKED, ANSWERED -> {
                    asHandler("questions", Map.of("words", told.said()));
                    if (told.outcome() == Outcome.ANSWERED) {
                        then(() -> asResident("answers", Map.of("words", told.answer(), "photoIds", List.of())));
                    }
                }
                case RETURNED ->
                    asHandler(
                            "returns",
                            Map.of(
                                    "reasonCode",
                                    "not-our-duty",
                                    "dutyEntry",
                                    "prop-service@community",
                                    "words",
                                    told.said()));
                case RESOLVED -> asHandler("resolutions", said);
                case SATISFIED -> resolveAndJudge(said, true, 5);
                case NEUTRAL -> resolveAndJudge(said, true, 3);
                case UNSOLVED -> resolveAndJudge(said, false, 1);
                case ACCEPTED, NEW, DECLINED, WITHDRAWN -> {}
            }
        }

        private void resolveAndJudge(Map<String, Object> said, boolean solved, int satisfaction) {
            asHandler("resolutions", said);
            then(() -> asResident(
                    "verdicts",
                    Map.of(
                            "contacted",
                            true,
                            "solved",
                            solved,
                            "satisfaction",
                            satisfaction,
                            "comment",
                            told.answer())));
        }

        private void then(Runnable act) {
            steps++;
            acts.add(new Act(begin.plus(STEP.multipliedBy(steps)), act));
        }

        private DemoBrowser resident() {
            return people.resident(told.phone());
        }

        private void asResident(String resource, Map<String, Object> body) {
            String address = "/api/my/appeals/" + appeal;
            post(resident(), address, resource, body);
        }

        private void asClerk(String resource, Map<String, Object> body) {
            post(people.clerk(), "/api/tickets/" + ticket, resource, body);
        }

        private void asHandler(String resource, Map<String, Object> body) {
            JsonNode view = people.clerk().get("/api/tickets/" + ticket);
            JsonNode unit = view.get("parts").path(0).path("unit");
            people.workerOf(unit.path("id").asString(""))
                    .ifPresent(worker -> post(worker, "/api/tickets/" + ticket, resource, body));
        }

        private void post(DemoBrowser browser, String address, String resource, Map<String, Object> body) {
            long version = browser.get(address).get("version").asLong();
            var versioned = new HashMap<>(body);
            versioned.put("version", version);
            browser.post(address + "/" + resource, versioned, key + "-" + resource + "-" + steps);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
