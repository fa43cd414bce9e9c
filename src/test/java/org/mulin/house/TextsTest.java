package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.ticket.internal.dispatch.DispatchDecision.Reason;
import tools.jackson.databind.json.JsonMapper;

/** What is said to people is said in both languages, and every code that the program uses has its text. */
class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern USED =
            Pattern.compile("\"((?:deadline|model|reason|note|timeline|inbox|message|column|sheet)\\.[a-z-]*[a-z])\"");
    private static final Pattern FORMAT = Pattern.compile("\\{\\d:([^}]+)}");

    @ParameterizedTest
    @ValueSource(strings = {"/texts.csv", "/problems.csv", "/pack-problems.csv", "/pack-columns.csv"})
    void bothLanguagesSayTheSameWithTheSameArguments(String resource) {
        Texts texts = Texts.load(resource);
        for (String code : texts.codes()) {
            Texts.Entry entry = texts.entry(code);
            assertThat(entry.zh()).as(code).isNotBlank();
            assertThat(entry.en()).as(code).isNotBlank();
            assertThat(places(entry.en())).as(code).isEqualTo(places(entry.zh()));
            assertThat(Texts.FORMATS).as(code).containsAll(formats(entry.zh())).containsAll(formats(entry.en()));
        }
    }

    @Test
    void everyCodeInUseHasAText() throws IOException {
        Set<String> used = Sources.found(USED);
        used.removeAll(Texts.load("/texts.csv").codes());
        assertThat(used).isEmpty();
    }

    @Test
    void anArgumentIsShownInTheReadersLanguage() {
        Said said = Said.of("reason.matter-read-by", "电梯故障", 87, "电梯\n困人");
        assertThat(Texts.in(Locale.SIMPLIFIED_CHINESE, said)).isEqualTo("系统研判事项为“电梯故障”，把握 87%（关键词：电梯、困人）");
        assertThat(Texts.in(Locale.ENGLISH, said))
                .isEqualTo("The system reads the matter as “电梯故障” (87% sure, by the words 电梯, 困人)");
        assertThat(Texts.in(Locale.ENGLISH, Said.of("note.verdict", "yes", "no", 3)))
                .isEqualTo("Contacted: yes; solved: no; satisfaction: 3 of 5");
        assertThat(Texts.in(
                        Locale.ENGLISH,
                        Said.of("deadline.hours", "2025-03-03T11:00", "2025-03-03T12:00", "PT1H", "PT90M")))
                .isEqualTo("Mon 3 Mar 11:00 to 12:00: 1 h counted; 1 h 30 min left");
    }

    @Test
    void whatPeopleWroteIsNeverReadAsAPlace() {
        assertThat(Texts.in(Locale.ENGLISH, Said.of("reason.place-named-by", "{1}", "{0:day} $1")))
                .isEqualTo("The text mentions “{0:day} $1”, which is in {1}");
    }

    /** Decisions are compared when they are made again; what was kept before there were codes stays readable. */
    @Test
    void isKeptAsCodeAndArguments() {
        JsonMapper json = JsonMapper.shared();
        String kept = json.writeValueAsString(Said.of("limit", "3wd"));
        assertThat(kept).contains("\"limit\"", "\"3wd\"").doesNotContain("工作日");
        assertThat(json.readValue(kept, Said.class)).isEqualTo(Said.of("limit", "3wd"));
        Reason old = json.readValue("{\"code\":\"LIMIT\",\"text\":\"清单规定时限 3 个工作日\"}", Reason.class);
        assertThat(Texts.in(Locale.ENGLISH, old.said())).isEqualTo("清单规定时限 3 个工作日");
    }

    private static Set<String> places(String text) {
        return found(PLACE, text);
    }

    private static Set<String> formats(String text) {
        return found(FORMAT, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
