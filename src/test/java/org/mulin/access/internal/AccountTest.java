package org.mulin.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;

class AccountTest extends MulinHttpTest {
    private static Map<String, String> form(String username) {
        return Map.of(
                "username", username,
                "displayName", "陆承安",
                "postCode", "street-handler",
                "initialPassword", "Initial-pass-1");
    }

    @Test
    void aRepeatedRequestMakesOneAccount() {
        Browser administrator = administrator();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(form("once-only"));
        var first = administrator.post("/api/accounts", body, key).expect(201).body();
        var second = administrator.post("/api/accounts", body, key).expect(201).body();
        assertThat(second).isEqualTo(first);
        assertThat(administrator.get("/api/accounts?q=once-only").body().get("items"))
                .hasSize(1);
    }

    @Test
    void aKeyCannotStandForTwoDifferentWrites() {
        Browser administrator = administrator();
        String key = UUID.randomUUID().toString();
        var account = administrator
                .post("/api/accounts", json.writeValueAsString(form("two-writes")), key)
                .expect(201)
                .body();
        assertThat(administrator
                        .post("/api/accounts", json.writeValueAsString(form("another")), key)
                        .expect(422)
                        .code())
                .isEqualTo("idempotency-key-reused");
        String path = "/api/accounts/" + account.get("id").asString() + "/disablements";
        assertThat(administrator.post(path, "", key).expect(422).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void namesAreUniqueAndPostsMustExist() {
        Browser administrator = administrator();
        administrator.post("/api/accounts", form("taken")).expect(201);
        assertThat(administrator
                        .post("/api/accounts", form("TAKEN"))
                        .expect(422)
                        .code())
                .isEqualTo("username-taken");
        var wrongPost = new HashMap<>(form("lost"));
        wrongPost.put("postCode", "nowhere");
        var problem = administrator.post("/api/accounts", wrongPost).expect(422);
        assertThat(problem.code()).isEqualTo("post-unknown");
        assertThat(problem.body().get("errors").get(0).get("field").asString()).isEqualTo("postCode");
    }

    @Test
    void everythingWrongWithTheFormIsToldAtOnce() {
        Map<String, String> wrong =
                Map.of("username", "x", "displayName", " ", "postCode", "nowhere", "initialPassword", "short");
        var problem = administrator().post("/api/accounts", wrong).expect(400).body();
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(each -> each.get("field").asString() + " "
                                + each.get("code").asString()))
                .containsExactlyInAnyOrder(
                        "displayName field-required",
                        "username username-invalid",
                        "initialPassword password-weak",
                        "postCode post-unknown");
    }

    @Test
    void aTemporaryPasswordIsNotAnExpiredOne() {
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(account(true, now).passwordState(now, 90)).isEqualTo(PasswordState.TEMPORARY);
        assertThat(account(false, now).passwordState(now, 90)).isEqualTo(PasswordState.CURRENT);
        assertThat(account(false, now).passwordState(now.plus(Duration.ofDays(91)), 90))
                .isEqualTo(PasswordState.EXPIRED);
    }

    private static Account account(boolean temporary, Instant setAt) {
        return new Account(UUID.randomUUID(), true, "x", "陆承安", "hash", setAt, temporary, 0, null, null, 1);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Browser administrator = administrator();
        Browser colleague = staffOnPost("street-handler");
        String name = colleague.get("/api/session").body().get("name").asString();
        var account = administrator
                .get("/api/accounts?q=" + name.substring("测试".length()))
                .body()
                .get("items")
                .get(0);
        administrator
                .post("/api/accounts/" + account.get("id").asString() + "/disablements", "")
                .expect(200);
        assertThat(colleague.get("/api/session").body().get("signedIn").asBoolean())
                .isFalse();
        administrator
                .post("/api/accounts/" + account.get("id").asString() + "/enablements", "")
                .expect(200);
        assertThat(colleague.get("/api/session").body().get("signedIn").asBoolean())
                .isTrue();
    }

    @Test
    void onlyAdministratorsSeeAccounts() {
        Browser handler = staffOnPost("urban-handler");
        assertThat(handler.get("/api/accounts").expect(403).code()).isEqualTo("right-missing");
        assertThat(handler.post("/api/accounts", form("sneaky")).expect(403).code())
                .isEqualTo("right-missing");
        assertThat(resident().get("/api/accounts").expect(403).code()).isEqualTo("right-missing");
    }

    @Test
    void theListComesInPages() {
        Browser administrator = administrator();
        for (int i = 0; i < 3; i++) {
            administrator.post("/api/accounts", form("paged-" + i)).expect(201);
        }
        var first =
                administrator.get("/api/accounts?q=paged-&limit=2").expect(200).body();
        assertThat(first.get("items")).hasSize(2);
        var second = administrator
                .get("/api/accounts?q=paged-&limit=2&cursor="
                        + first.get("next").asString())
                .body();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(administrator
                        .get("/api/accounts?cursor=%27%20or%201")
                        .expect(400)
                        .code())
                .isEqualTo("malformed");
    }
}
