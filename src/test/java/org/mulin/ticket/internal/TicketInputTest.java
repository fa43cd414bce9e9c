package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.ticket.internal.db.Tables.APPEAL;

import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What comes in from outside: told plainly when it cannot be used, shown harmlessly when it can. */
class TicketInputTest extends TicketHttpTest {
    @Autowired
    private DSLContext sql;

    @ParameterizedTest
    @CsvSource({
        "/api/tickets, sort, -due",
        "/api/tickets, unit, nobody",
        "/api/tickets, area, 999999999999",
        "/api/tickets, matter, moon-shine",
        "/api/tickets, queue, mine",
        "/api/tickets, status, LOST",
        "/api/tickets, channel, PIGEON",
        "/api/tickets, limit, -1",
        "/api/tickets, limit, 0",
        "/api/tickets, limit, 101",
        "/api/tickets, limit, 99999999999",
        "/api/my/appeals, limit, 5000",
        "/api/duty-entries, matter, moon-shine",
        "/api/units, area, 999999999999",
        "/api/areas, parent, 999999999999",
        "/api/areas, level, moon",
        "/api/places, area, 999999999999",
    })
    void aValueThatNobodyKnowsIsNamed(String path, String parameter, String value) {
        Browser.Answer answer =
                dispatcher().get(path + "?" + parameter + "=" + value).expect(400);
        assertThat(texts(answer.body().get("errors"), "field")).containsExactly(parameter);
    }

    @Test
    void everythingMissingIsToldAtOnceAsMissing() {
        Browser.Answer answer =
                resident().post("/api/appeals", "{\"photoIds\":[]}").expect(400);
        assertThat(texts(answer.body().get("errors"), "field"))
                .containsExactlyInAnyOrder("words", "place", "confidential");
        assertThat(texts(answer.body().get("errors"), "code")).containsOnly("field-required");

        String id = id(submit(resident(), LIFT));
        Browser.Answer reply =
                firm().post("/api/tickets/" + id + "/replies", Map.of()).expect(400);
        assertThat(texts(reply.body().get("errors"), "field")).containsExactlyInAnyOrder("words", "version");
        assertThat(texts(reply.body().get("errors"), "code")).containsOnly("field-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B\u200B", "\uFEFF \u2060", "\u3164", "\u2800\u200D", "\u202E\u202C"})
    void wordsThatNobodyCanSeeAreNone(String words) {
        Browser.Answer answer = resident()
                .post("/api/appeals", (Object) appeal(words, GRID, false))
                .expect(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("words");
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("field-required");
    }

    @Test
    void wordsAreKeptToTheLetterButCannotTurnThePageAround() {
        Browser resident = resident();
        String words = LIFT + "\n👨\u200D👩\u200D👧 请看\u202Egnp.exe\u202C\u2066x\u2069\u0007";
        JsonNode receipt = submit(resident, words);
        String shown = LIFT + "\n👨\u200D👩\u200D👧 请看gnp.exex";
        assertThat(ticket(firm(), id(receipt)).at("/appeals/0/words").asString())
                .isEqualTo(shown);
        assertThat(resident.get("/api/my/appeals/" + appealId(receipt))
                        .body()
                        .get("words")
                        .asString())
                .isEqualTo(shown);
        assertThat(sql.fetchSingle(APPEAL, APPEAL.ID.eq(UUID.fromString(appealId(receipt))))
                        .getWords())
                .isEqualTo(words);
    }

    @Test
    void oneAccountFilesOnlySoManyADay() {
        Browser resident = resident();
        for (int i = 0; i < 20; i++) {
            submit(resident, LIFT);
        }
        Browser.Answer more = resident.post("/api/appeals", (Object) appeal(LIFT, GRID, false))
                .expect(429);
        assertThat(more.code()).isEqualTo("appeals-too-many");
        assertThat(more.body().get("detail").asString()).contains("20 件", "请于", "之后再提交");
        submit(resident(), LIFT);
    }
}
