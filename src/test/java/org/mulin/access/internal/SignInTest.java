package org.mulin.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;

class SignInTest extends MulinHttpTest {
    @Test
    void aResidentComesInByCodeAndTheSessionKnowsThem() {
        Browser resident = resident();
        var session = resident.get("/api/session").expect(200).body();
        assertThat(session.get("kind").asString()).isEqualTo("RESIDENT");
        assertThat(session.get("name").asString()).startsWith("居民");
        resident.delete("/api/session").expect(204);
        assertThat(resident.get("/api/session").body().get("signedIn").asBoolean())
                .isFalse();
    }

    @Test
    void aCodeDiesAfterFiveWrongTries() {
        String phone = newPhone();
        Browser browser = browser();
        browser.post("/api/sign-in-codes", Map.of("phone", phone)).expect(202);
        String code = codeOf(browser, phone);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, phone, wrong).expect(422).code()).isEqualTo("code-wrong");
        }
        assertThat(signIn(browser, phone, code).expect(422).code()).isEqualTo("code-wrong");
    }

    @Test
    void aCodeWorksOnce() {
        String phone = newPhone();
        Browser browser = browser();
        browser.post("/api/sign-in-codes", Map.of("phone", phone)).expect(202);
        String code = codeOf(browser, phone);
        signIn(browser, phone, code).expect(200);
        assertThat(signIn(browser(), phone, code).expect(422).code()).isEqualTo("code-wrong");
    }

    @Test
    void aSecondCodeWithinAMinuteIsRefusedWithTheTimeToWait() {
        String phone = newPhone();
        Browser browser = browser();
        browser.post("/api/sign-in-codes", Map.of("phone", phone)).expect(202);
        assertThat(browser.post("/api/sign-in-codes", Map.of("phone", phone))
                        .expect(429)
                        .code())
                .isEqualTo("too-many-requests");
    }

    @Test
    void aPhoneNumberThatIsNoneIsNamed() {
        var problem =
                browser().post("/api/sign-in-codes", Map.of("phone", "12345")).expect(400);
        assertThat(problem.body().get("errors").get(0).get("field").asString()).isEqualTo("phone");
        assertThat(problem.body().get("errors").get(0).get("message").asString())
                .contains("11 位");
    }

    @Test
    void fiveWrongPasswordsLockAnAccountAndTheRightOneIsThenRefusedToo() {
        Browser colleague = staffOnPost("urban-handler");
        String username = username(colleague);
        for (int i = 0; i < 5; i++) {
            assertThat(password(username, "Wrong-password-" + i).expect(422).code())
                    .isEqualTo("sign-in-failed");
        }
        assertThat(password(username, "Own-password-2").expect(422).code()).isEqualTo("account-locked");
    }

    @Test
    void anUnknownNameAnswersLikeAWrongPasswordAndIsLockedLikeARealOne() {
        String nobody = "nobody-" + newPhone();
        for (int i = 0; i < 5; i++) {
            assertThat(password(nobody, "Some-password-" + i).expect(422).code())
                    .isEqualTo("sign-in-failed");
        }
        assertThat(password(nobody, "Some-password-1").expect(422).code()).isEqualTo("account-locked");
    }

    @Test
    void aPasswordGivenByAnotherMustBeChangedBeforeAnyWork() {
        Browser administrator = administrator();
        var account = Map.of(
                "username", "newcomer",
                "displayName", "新来的",
                "postCode", "street-clerk",
                "initialPassword", "Initial-pass-1");
        administrator.post("/api/accounts", account).expect(201);
        Browser newcomer = staff("newcomer", "Initial-pass-1");
        var session = newcomer.get("/api/session").body();
        assertThat(session.get("passwordState").asString()).isEqualTo("TEMPORARY");
        assertThat(session.get("rights").isEmpty()).isTrue();
        assertThat(newcomer.post("/api/password-changes", Map.of("current", "Initial-pass-1", "next", "short"))
                        .expect(422)
                        .code())
                .isEqualTo("password-weak");
        newcomer.post("/api/password-changes", Map.of("current", "Initial-pass-1", "next", "Better-pass-2"))
                .expect(204);
        assertThat(newcomer.get("/api/session").body().get("rights").isEmpty()).isFalse();
    }

    @Test
    void withoutTheCsrfTokenNothingIsWritten() {
        Browser resident = resident();
        assertThat(resident.withoutCsrf()
                        .post("/api/password-changes", Map.of())
                        .expect(403)
                        .code())
                .isEqualTo("csrf");
    }

    @Test
    void strangersAreAskedToSignIn() {
        assertThat(browser().get("/api/accounts").expect(401).code()).isEqualTo("signed-out");
    }

    private static String codeOf(Browser browser, String phone) {
        return browser.get("/api/demo/messages?phone=" + phone)
                .body()
                .get(0)
                .get("code")
                .asString();
    }

    private static Browser.Answer signIn(Browser browser, String phone, String code) {
        return browser.post("/api/sessions/resident", Map.of("phone", phone, "code", code));
    }

    private Browser.Answer password(String username, String password) {
        return browser().post("/api/sessions/staff", Map.of("username", username, "password", password));
    }

    private String username(Browser colleague) {
        String name = colleague.get("/api/session").body().get("name").asString();
        return name.substring("测试".length());
    }
}
