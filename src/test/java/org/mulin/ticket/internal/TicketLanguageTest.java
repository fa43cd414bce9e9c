package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What the program itself says follows the reader's language; the city's names and people's words stay. */
class TicketLanguageTest extends TicketHttpTest {
    private static final Pattern CHINESE =
            Pattern.compile("系统|研判|地点|定位|承办|期限|权责清单[^“]*由|时限|起算|工作时|工作日|计第|到期|下班|事项|退单|联系|解决|满意|本人|诉求人");

    @Test
    void oneDecisionIsTheSameInBothLanguages() {
        Browser resident = resident();
        Browser firm = firm();
        JsonNode receipt = submit(resident, LIFT);
        JsonNode chinese = ticket(firm, id(receipt)).get("decision");
        assertThat(chinese.at("/dutyEntry/limit").asString()).isEqualTo("2 个紧急工作时");
        assertThat(chinese.get("reasons").toString()).contains("系统研判事项为", "清单规定时限 2 个紧急工作时");
        assertThat(chinese.get("steps").toString()).contains("起算");

        JsonNode english = ticket(firm.reading("en"), id(receipt)).get("decision");
        assertThat(english.at("/dutyEntry/limit").asString()).isEqualTo("2 hours around the clock");
        assertThat(english.get("reasons").toString()).contains("Limit by the duty list: 2 hours around the clock");
        assertThat(english.get("steps").toString()).contains("Counts from", "2 hours around the clock; due");
        assertThat(texts(english.get("reasons"), "code")).isEqualTo(texts(chinese.get("reasons"), "code"));
        JsonNode replay =
                firm.get("/api/tickets/" + id(receipt) + "/replays").expect(200).body();
        assertThat(replay.get("same").asBoolean()).isTrue();
        assertThat(replay.get("differences").size()).isZero();
    }

    @Test
    void theTimelineIsToldInTheReadersLanguage() {
        Browser resident = resident();
        Browser firm = firm();
        JsonNode receipt = submit(resident, LIFT);
        TicketJourneyTest.resolve(firm, id(receipt));
        my(resident, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", true, "satisfaction", 4))
                .expect(200);
        List<String> told = new ArrayList<>();
        for (JsonNode timeline : List.of(
                ticket(dispatcher().reading("en"), id(receipt)).get("timeline"),
                resident.reading("en")
                        .get("/api/my/appeals/" + appealId(receipt))
                        .expect(200)
                        .body()
                        .get("timeline"))) {
            timeline.forEach(entry -> {
                told.add(entry.get("who").asString());
                told.add(entry.path("note").asString(""));
            });
        }
        assertThat(told)
                .noneMatch(text -> CHINESE.matcher(text).find())
                .contains("System", "You", "Resident", "Contacted: yes; solved: yes; satisfaction: 4 of 5");
        assertThat(told.toString()).contains("Unit: 睦和物业", "; due ");
    }

    /** The author sees in the timeline what was answered, not an empty line. */
    @Test
    void theVerdictStandsInTheAuthorsTimeline() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, LIFT);
        TicketJourneyTest.resolve(firm(), id(receipt));
        JsonNode judged = my(
                        resident,
                        appealId(receipt),
                        "verdicts",
                        Map.of("contacted", false, "solved", true, "satisfaction", 3))
                .expect(200)
                .body();
        assertThat(judged.get("timeline").toString()).contains("联系：否；解决：是；满意度：3 分");
    }

    @Test
    void refusalsNameStatesAndStepsInTheReadersLanguage() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, LIFT);
        my(resident, appealId(receipt), "withdrawals", Map.of("reason", "好了")).expect(200);
        assertThat(my(resident.reading("en"), appealId(receipt), "supplements", words("再说一句"))
                        .expect(422)
                        .body()
                        .get("detail")
                        .asString())
                .isEqualTo("The ticket is “withdrawn” now; “add” is not possible.");
    }
}
