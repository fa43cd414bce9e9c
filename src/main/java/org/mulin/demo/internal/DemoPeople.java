package org.mulin.demo.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the story, each signed in once; staff are found by the unit they work for. */
final class DemoPeople {
    static final String PASSWORD = "Demo-2026-mulin";
    private static final String FIRST_PASSWORD = "First-2026-mulin";
    private static final String ADMINISTRATOR = "admin";

    private final String origin;
    private final JsonMapper json;
    private final Map<String, DemoBrowser> residents = new HashMap<>();
    private final Map<String, DemoBrowser> staffByUnit = new HashMap<>();
    private DemoBrowser clerk;

    DemoPeople(String origin, JsonMapper json, Story story) {
        this.origin = origin;
        this.json = json;
        DemoBrowser administrator = staff(ADMINISTRATOR, PASSWORD);
        this.clerk = administrator;
        story.staff().forEach(worker -> hire(administrator, worker));
    }

    private void hire(DemoBrowser administrator, Story.Worker worker) {
        var account = Map.of(
                "username", worker.username(),
                "displayName", worker.name(),
                "postCode", worker.post(),
                "initialPassword", FIRST_PASSWORD);
        administrator.post("/api/accounts", account, "demo-hire-" + worker.username());
        DemoBrowser browser = firstSignIn(worker.username());
        JsonNode session = browser.get("/api/session");
        if (session.get("rights").toString().contains("ticket:triage")) {
            clerk = browser;
        }
        staffByUnit.putIfAbsent(session.get("unitId").asString(), browser);
    }

    /** Staff change the password they were given; on a second play they have done so already. */
    private DemoBrowser firstSignIn(String username) {
        try {
            DemoBrowser browser = staff(username, FIRST_PASSWORD);
            var change = Map.of("current", FIRST_PASSWORD, "next", PASSWORD);
            browser.post("/api/password-changes", change, "demo-password-" + username);
            return browser;
        } catch (StoryStuck changedBefore) {
            return staff(username, PASSWORD);
        }
    }

    private DemoBrowser staff(String username, String password) {
        var browser = new DemoBrowser(origin, json);
        browser.post(
                "/api/sessions/staff", Map.of("username", username, "password", password), "demo-sign-in-" + username);
        return browser;
    }

    DemoBrowser resident(String phone) {
        return residents.computeIfAbsent(phone, number -> {
            var browser = new DemoBrowser(origin, json);
            browser.post("/api/sign-in-codes", Map.of("phone", number), "demo-code-" + number);
            JsonNode messages = browser.get("/api/demo/messages?phone=" + number);
            var signIn =
                    Map.of("phone", number, "code", messages.get(0).get("code").asString());
            browser.post("/api/sessions/resident", signIn, "demo-enter-" + number);
            return browser;
        });
    }

    /** Whoever decides what the machine is not sure of. */
    DemoBrowser clerk() {
        return clerk;
    }

    Optional<DemoBrowser> workerOf(String unitId) {
        return Optional.ofNullable(staffByUnit.get(unitId));
    }
}
