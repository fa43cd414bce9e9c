package org.mulin.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mulin.demo.internal.DemoBrowser.Lines;
import org.mulin.demo.internal.script.Story;
import org.mulin.demo.internal.script.Story.Told;
import tools.jackson.databind.JsonNode;

/**
 * The people of the story, each signed in once. Staff are found by the unit they work for; a unit that gets its first
 * ticket gets its first clerk too. Those who have been there for long change their password, as the rules want.
 */
final class DemoPeople {
    static final String PASSWORD = "Demo-2026-mulin";
    private static final String FIRST_PASSWORD = "First-2026-mulin";
    private static final String EARLIER_PASSWORD = "Early-2026-mulin";
    private static final String ADMINISTRATOR = "admin";
    /** A password of somebody whom visitors play, set so long before, would expire while they do. */
    private static final Duration PASSWORD_OLD = Duration.ofDays(40);
    /** A little less than the pack allows. */
    private static final Duration PASSWORD_EXPIRES = Duration.ofDays(85);

    private static final List<String> FAMILIES =
            List.of("季", "柏", "闻", "纪", "舒", "岑", "钟", "蓝", "苏", "颜", "裴", "戚", "席", "池", "柯", "骆", "商", "祝", "温", "时");
    private static final List<String> NAMES = List.of(
            "安然", "长风", "知秋", "明远", "听雪", "若谷", "南乔", "书白", "云起", "清和", "向晚", "予安", "景行", "思齐", "星野", "望舒", "如是", "青禾",
            "竹君", "晓棠");

    /** Most residents look at the page and want no text messages. */
    private static final int SILENT_OF_10 = 8;

    private final Lines lines;
    private final Clock clock;
    private final Instant end;
    private final Set<String> storied;
    private final Map<String, DemoBrowser> residents = new ConcurrentHashMap<>();
    private final Map<String, String> unitsByName = new ConcurrentHashMap<>();
    private final Map<String, Worker> staffByPost = new ConcurrentHashMap<>();
    private final Map<String, Optional<Worker>> staffByUnit = new ConcurrentHashMap<>();
    private final DemoBrowser administrator;
    private volatile Worker clerk;

    DemoPeople(Lines lines, String administratorPassword, Clock clock, Instant end, Story story) {
        this.lines = lines;
        this.clock = clock;
        this.end = end;
        this.storied = story.appeals().stream().map(Told::phone).collect(Collectors.toSet());
        this.administrator = staff(ADMINISTRATOR, administratorPassword);
        this.clerk = new Worker(ADMINISTRATOR, PASSWORD, administrator, end);
        story.staff().forEach(each -> introduce(each.post(), hire(each.username(), each.name(), each.post(), true)));
    }

    /** Somebody on a post. */
    final class Worker {
        private final String username;
        private final DemoBrowser browser;
        private final Instant renewed;
        private volatile String password;

        Worker(String username, String password, DemoBrowser browser, Instant renewed) {
            this.username = username;
            this.password = password;
            this.browser = browser;
            this.renewed = renewed;
        }

        DemoBrowser browser() {
            if (!password.equals(PASSWORD) && !clock.instant().isBefore(renewed)) {
                renew();
            }
            return browser;
        }

        private synchronized void renew() {
            if (!password.equals(PASSWORD)) {
                changePassword(browser, username, password, PASSWORD);
                password = PASSWORD;
            }
        }
    }

    /**
     * Staff change the password they were given.
     *
     * @param played visitors may sign in as this person
     */
    private Worker hire(String username, String name, String post, boolean played) {
        Instant now = clock.instant();
        var account =
                Map.of("username", username, "displayName", name, "postCode", post, "initialPassword", FIRST_PASSWORD);
        administrator.post("/api/accounts", account, "demo-hire-" + username);
        DemoBrowser browser = staff(username, FIRST_PASSWORD);
        Instant renewed = played ? end.minus(PASSWORD_OLD) : now.plus(PASSWORD_EXPIRES);
        String password = now.isBefore(renewed) && renewed.isBefore(end) ? EARLIER_PASSWORD : PASSWORD;
        changePassword(browser, username, FIRST_PASSWORD, password);
        return new Worker(username, password, browser, renewed);
    }

    /** Somebody whom the pack names. */
    private void introduce(String post, Worker worker) {
        staffByPost.put(post, worker);
        JsonNode session = worker.browser.get("/api/session");
        String rights = session.get("rights").toString();
        if (rights.contains("ticket:triage")) {
            clerk = worker;
        }
        if (rights.contains("ticket:handle")) {
            staffByUnit.putIfAbsent(session.get("unitId").asString(), Optional.of(worker));
        }
    }

    private static void changePassword(DemoBrowser browser, String username, String from, String to) {
        browser.post(
                "/api/password-changes",
                Map.of("current", from, "next", to),
                "demo-password-" + username + "-" + to.substring(0, 2));
    }

    private DemoBrowser staff(String username, String password) {
        var browser = new DemoBrowser(lines);
        browser.post(
                "/api/sessions/staff", Map.of("username", username, "password", password), "demo-sign-in-" + username);
        return browser;
    }

    /** Whoever holds this post. */
    DemoBrowser holder(String post) {
        return staffByPost
                .computeIfAbsent(post, code -> hire(code.toLowerCase(Locale.ROOT), nameFor(code), code, false))
                .browser();
    }

    DemoBrowser resident(String phone) {
        return residents.computeIfAbsent(phone, number -> {
            var browser = new DemoBrowser(lines);
            browser.post("/api/sign-in-codes", Map.of("phone", number), "demo-code-" + number);
            JsonNode messages = browser.get("/api/demo/messages?phone=" + number);
            var signIn =
                    Map.of("phone", number, "code", messages.get(0).get("code").asString());
            browser.post("/api/sessions/resident", signIn, "demo-enter-" + number);
            if (!storied.contains(number) && Math.floorMod(number.hashCode(), 10) < SILENT_OF_10) {
                browser.post("/api/message-preference", Map.of("byPhone", false), "demo-silence-" + number);
            }
            return browser;
        });
    }

    /** The unit's id, once somebody has seen it on a ticket; empty before. */
    String unitNamed(String name) {
        return unitsByName.getOrDefault(name, "");
    }

    void meet(String unitName, String unitId) {
        unitsByName.put(unitName, unitId);
    }

    /** Whoever decides what the machine is not sure of. */
    DemoBrowser clerk() {
        return clerk.browser();
    }

    /** Empty when the unit has no post that handles tickets. */
    Optional<DemoBrowser> workerOf(String unitId) {
        Optional<Worker> worker = staffByUnit.get(unitId);
        if (worker == null) {
            worker = staffByUnit.computeIfAbsent(unitId, this::clerkFor);
        }
        return worker.map(Worker::browser);
    }

    private Optional<Worker> clerkFor(String unitId) {
        JsonNode posts = administrator.get("/api/units/" + unitId + "/posts");
        return StreamSupport.stream(posts.spliterator(), false)
                .map(post -> post.get("code").asString())
                .min(Comparator.comparing((String code) -> !code.endsWith("-clerk")))
                .map(post -> staffByPost.computeIfAbsent(
                        post, code -> hire(code.toLowerCase(Locale.ROOT), nameFor(code), code, false)));
    }

    private static String nameFor(String post) {
        int which = Math.floorMod(post.hashCode(), FAMILIES.size() * NAMES.size());
        return FAMILIES.get(which % FAMILIES.size()) + NAMES.get(which / FAMILIES.size());
    }

    /** Nobody of the city is left with a password that the demo does not tell. */
    void renewPasswords() {
        staffByPost.values().forEach(Worker::browser);
    }
}
