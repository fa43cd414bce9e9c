package org.mulin.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.script.AdmissionStory;
import org.mulin.demo.internal.script.AdmissionStory.Line;
import tools.jackson.databind.JsonNode;

/** Plays what departments ask of the neighbourhood's communities, and what the communities say to it. */
final class AdmissionLife {
    private static final String API = "/api/admission";
    private static final Duration DUE = Duration.ofDays(8);

    private final DemoPeople people;
    private final DemoClock clock;
    private final ZoneId zone;
    private final Consumer<StoryStuck> stuck;
    /** Addresses of requests and tasks (by key and area) and numbers of requests (by key). */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    AdmissionLife(DemoPeople people, DemoClock clock, ZoneId zone, Consumer<StoryStuck> stuck) {
        this.people = people;
        this.clock = clock;
        this.zone = zone;
        this.stuck = stuck;
    }

    void add(AdmissionStory story, Instant end, int days, Stage stage) {
        story.lines().stream()
                .filter(line -> line.daysAgo() < days)
                .forEach(line -> stage.add(line.at(end), Stage.STEP_MIN, () -> happen(line)));
    }

    private void happen(Line line) {
        try {
            DemoBrowser who = people.holder(line.post());
            switch (line.deed()) {
                case SEND -> send(who, line);
                case RECEIVE -> act(who, line, task(line), "receipts", Map.of());
                case REPORT ->
                    act(who, line, task(line), "reports", Map.of("words", line.words(), "hours", hours(line)));
                case REQUEST -> request(who, line);
                case VOTE -> act(who, line, request(line), "votes", vote(line));
                case RESUBMIT -> act(who, line, request(line), "resubmissions", less(who, line));
                case ENDORSE -> act(who, line, request(line), "endorsements", Map.of("words", line.words()));
                case ACCEPT -> act(who, line, request(line), "decisions", decision(line));
                case PUBLISH -> publish(who, line);
                case CHORE -> chore(who, line);
                case SUGGEST -> suggest(who, line);
                case ANSWER -> answer(who, line);
            }
        } catch (StoryStuck refusal) {
            stuck.accept(refusal);
        }
    }

    private static Map<String, Object> vote(Line line) {
        return Map.of("veto", line.subject().equals("veto"), "words", line.words());
    }

    private Map<String, Object> less(DemoBrowser who, Line line) {
        return Map.of("terms", terms(line, again(who, line)), "words", "按社区意见减量");
    }

    private Map<String, Object> decision(Line line) {
        String to = today().plusDays(Integer.parseInt(line.subject())).toString();
        return Map.of("accepted", true, "to", to, "words", line.words());
    }

    private void suggest(DemoBrowser who, Line line) {
        var words = Map.of("itemCode", line.subject(), "words", line.words());
        JsonNode made = who.post(API + "/suggestions", words, line.id());
        known.put(line.subject(), made.get("id").asString());
    }

    private void answer(DemoBrowser who, Line line) {
        String address = API + "/suggestions/" + known.get(line.subject()) + "/answers";
        who.post(address, Map.of("words", line.words(), "version", 1), line.id());
    }

    private String task(Line line) {
        return API + "/tasks/" + known.get(line.key() + "@" + line.subject());
    }

    private String request(Line line) {
        return API + "/requests/" + known.get(line.key());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static double hours(Line line) {
        return Double.parseDouble(line.more().getFirst());
    }

    private static void act(DemoBrowser who, Line line, String address, String deed, Map<String, Object> body) {
        var versioned = new HashMap<>(body);
        versioned.put("version", who.get(address).get("version").asLong());
        who.post(address + "/" + deed, versioned, line.id());
    }

    private void send(DemoBrowser who, Line line) {
        Map<String, String> communities = new HashMap<>();
        who.get(API + "/sendable-communities")
                .forEach(unit -> communities.put(
                        unit.get("areaCode").asString(), unit.get("unitId").asString()));
        List<String> areas = line.more();
        JsonNode sent = who.post(
                API + "/sendings",
                Map.of(
                        "itemCode",
                        known.getOrDefault("number " + line.subject(), line.subject()),
                        "title",
                        line.first(),
                        "words",
                        line.second(),
                        "dueDay",
                        LocalDate.ofInstant(clock.instant().plus(DUE), zone).toString(),
                        "forms",
                        line.subject().equals("aid-check") ? 1 : 0,
                        "unitIds",
                        areas.stream().map(communities::get).toList()),
                line.id());
        for (int i = 0; i < areas.size(); i++) {
            known.put(line.key() + "@" + areas.get(i), sent.at("/taskIds/" + i).asString());
        }
    }

    private void request(DemoBrowser who, Line line) {
        List<String> more = line.more();
        List<String> areas =
                more.stream().skip(6).filter(code -> code.length() == 12).toList();
        JsonNode view = who.post(
                API + "/requests", Map.of("terms", terms(line, line.subject()), "areaCodes", areas), line.id());
        known.put(line.key(), view.at("/request/id").asString());
        known.put("number " + line.key(), view.at("/request/number").asString());
    }

    private String again(DemoBrowser who, Line line) {
        return who.get(request(line)).at("/request/title").asString();
    }

    /** {@code more}: times, in each, hours, money, people, facilities; of an app the cost last. */
    private Map<String, Object> terms(Line line, String title) {
        List<String> more = line.more();
        boolean app = line.key().equals("app");
        Map<String, Object> terms = new HashMap<>();
        terms.put("kind", app ? "PLATFORM" : "SERVICE");
        terms.put("title", title);
        terms.put("about", line.first());
        terms.put("basis", line.second());
        terms.put("times", Integer.parseInt(more.get(0)));
        terms.put("per", more.get(1));
        terms.put("hours", Double.parseDouble(more.get(2)));
        terms.put("moneyYuan", Integer.parseInt(more.get(3)));
        terms.put("people", Integer.parseInt(more.get(4)));
        terms.put("facilities", more.size() > 5 ? more.get(5) : "");
        terms.put("costYuan", app ? Integer.valueOf(more.getLast()) : null);
        terms.put("overlaps", app ? List.of("app-mulin", "app-fire") : List.of());
        terms.put("overlapReason", app ? "现有应用不能对接本单位业务系统，对接完成后即并入" : null);
        terms.put("counted", false);
        terms.put("from", today().toString());
        terms.put("to", today().plusDays(365).toString());
        return terms;
    }

    /** The second person of the list. */
    private void publish(DemoBrowser who, Line line) {
        String draft =
                "/api/policy/drafts/" + who.get(request(line)).get("draftId").asString();
        who.post(
                draft + "/approvals",
                Map.of("version", who.get(draft).get("version").asLong()),
                line.id());
    }

    private void chore(DemoBrowser who, Line line) {
        List<String> more = line.more();
        Map<String, Object> chore = new HashMap<>();
        chore.put("kind", line.subject());
        chore.put("hours", hours(line));
        chore.put("forWhom", more.get(1));
        chore.put("forUnitId", more.size() > 2 ? unit(who, more.get(2)) : null);
        chore.put("words", line.words());
        who.post(API + "/chores", chore, line.id());
    }

    private static String unit(DemoBrowser who, String words) {
        for (JsonNode unit : who.get(API + "/chore-form").get("units")) {
            if (unit.get("name").asString().contains(words)) {
                return unit.get("id").asString();
            }
        }
        throw new IllegalArgumentException("no unit is called " + words);
    }
}
