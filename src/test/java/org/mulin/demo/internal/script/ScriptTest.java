package org.mulin.demo.internal.script;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life that the demo plays, as it is written: nothing is played here. */
class ScriptTest {
    private static final Path PACK = Path.of("packs/xinyu");
    private static final Path DEMO = PACK.resolve("demo");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant END = Instant.parse("2026-11-23T08:20:00Z");
    private static final Pattern NUMBER_OF_11 = Pattern.compile("\\d{11}");
    private static List<Tale> tales = List.of();

    @BeforeAll
    static void write() {
        tales = script().tales(END, 92, 6_000);
    }

    private static Script script() {
        return new Script(PACK, new OfficeDay(ZONE));
    }

    @Test
    void theSamePackAndEndGiveTheSameLife() {
        assertThat(script().tales(END, 92, 6_000)).isEqualTo(tales);
        assertThat(tales).hasSizeBetween(5_850, 6_100);
        assertThat(tales).allSatisfy(tale -> assertThat(tale.at()).isBefore(END));
        assertThat(Duration.between(tales.getFirst().at(), END).toDays()).isBetween(90L, 92L);
        assertThat(tales.stream().map(Tale::key)).doesNotHaveDuplicates();
    }

    @Test
    void mondaysAreBusiestAndSundaysQuietest() {
        Map<Integer, Long> byWeekday = tales.stream()
                .collect(groupingBy(
                        tale -> LocalDate.ofInstant(tale.at(), ZONE)
                                .getDayOfWeek()
                                .getValue(),
                        Collectors.counting()));
        assertThat(byWeekday.get(1)).isGreaterThan(byWeekday.get(3)).isGreaterThan(byWeekday.get(6));
        assertThat(byWeekday.get(7)).isLessThan(byWeekday.get(6));
    }

    @Test
    void everyChannelIsUsedAndThePageMost() {
        assertThat(tales.stream().map(Tale::entry).collect(toSet())).containsExactlyInAnyOrder(Entry.values());
        assertThat(percent(tale -> tale.entry() == Entry.PAGE)).isBetween(40.0, 52.0);
        assertThat(percent(tale -> tale.entry() == Entry.GRID)).isBetween(5.0, 10.0);
    }

    @Test
    void everythingThatCanBecomeOfAnAppealBecomesOfSome() {
        Set<Deed> done = tales.stream()
                .flatMap(tale -> tale.beats().stream())
                .map(Beat::deed)
                .collect(toSet());
        assertThat(done)
                .contains(Deed.ACCEPT, Deed.REPLY, Deed.ASK, Deed.ANSWER, Deed.RETURN, Deed.TRANSFER, Deed.RESOLVE)
                .contains(Deed.JUDGE, Deed.CLOSE, Deed.REOPEN, Deed.DECLINE, Deed.WITHDRAW);
        assertThat(percent(tale -> has(tale, Deed.DECLINE))).isBetween(0.8, 2.5);
        assertThat(percent(tale -> has(tale, Deed.WITHDRAW))).isBetween(0.8, 2.5);
        assertThat(percent(tale -> has(tale, Deed.RETURN))).isBetween(0.3, 2.0);
        assertThat(percent(tale -> has(tale, Deed.REOPEN))).isBetween(0.3, 1.5);
        assertThat(tales.stream().filter(tale -> tale.beats().isEmpty()).count())
                .as("never taken up")
                .isBetween(1L, 30L);
        assertThat(beats(Deed.RESOLVE).filter(beat -> beat.share() > 1).count()
                        * 100.0
                        / beats(Deed.RESOLVE).count())
                .as("answered late, percent")
                .isBetween(1.0, 3.0);
    }

    @Test
    void verdictsRunFromOneToFiveAndMostAreGood() {
        List<Integer> marks = beats(Deed.JUDGE).map(Beat::mark).toList();
        assertThat(marks).contains(1, 2, 3, 4, 5).hasSizeGreaterThan(1_000);
        assertThat(marks.stream().filter(mark -> mark >= 4).count() * 100 / marks.size())
                .isBetween(70L, 92L);
    }

    @Test
    void whatNobodyCanReadIsNewAndAFewDozen() {
        List<Tale> unread = tales.stream()
                .filter(tale -> tale.matter().isEmpty() && !has(tale, Deed.DECLINE))
                .toList();
        assertThat(unread).hasSizeBetween(20, 60);
        assertThat(unread).allSatisfy(tale -> assertThat(tale.at()).isAfter(END.minus(Duration.ofDays(4))));
    }

    @Test
    void nobodySaysWhatSomebodySaidBefore() {
        assertThat(tales.stream().map(Tale::words).distinct().count() * 1_000 / tales.size())
                .as("different words, in a thousand")
                .isGreaterThan(995);
        assertThat(book().sayings().stream().map(Phrasebook.Saying::words).distinct())
                .hasSizeGreaterThan(330);
        assertThat(tales)
                .allSatisfy(tale ->
                        assertThat(tale.words()).doesNotContain("{", "}").hasSizeBetween(6, 300));
    }

    @Test
    void allMattersStandInTheCatalogue() {
        Set<String> catalogue = new TreeSet<>(Sheet.rows(PACK.resolve("matters.csv"), row -> row.get("code")));
        Set<String> classes = new TreeSet<>(Sheet.rows(PACK.resolve("matters.csv"), row -> row.get("parent")));
        assertThat(catalogue)
                .containsAll(
                        book().sayings().stream().map(Phrasebook.Saying::matter).toList());
        assertThat(catalogue).containsAll(book().results().keySet());
        assertThat(catalogue).containsAll(Rhythm.read(DEMO).habits().keySet());
        assertThat(catalogue).contains("prop-facility", "gov-attitude");
        assertThat(book().sayings()).noneMatch(saying -> classes.contains(saying.matter()));
        assertThat(tales.stream().map(Tale::matter).distinct().count()).isGreaterThan(120);
    }

    @Test
    void everyStreetIsHeardOf() {
        Set<String> open = new TreeSet<>(Sheet.rows(
                PACK.resolve("areas.csv"),
                row -> row.get("level").equals("street") && row.get("valid_to").isEmpty() ? row.get("code") : ""));
        open.remove("");
        Set<String> heard = tales.stream()
                .filter(tale -> tale.spot() != null)
                .map(tale -> streetOf(tale.spot().area()))
                .collect(toSet());
        assertThat(heard).containsAll(open);
    }

    private static String streetOf(String area) {
        String community = area.substring(0, Math.min(12, area.length()));
        return PARENTS.getOrDefault(community, area.substring(0, 9) + "000");
    }

    private static final Map<String, String> PARENTS =
            Sheet.rows(PACK.resolve("areas.csv"), row -> Map.entry(row.get("code"), row.get("parent"))).stream()
                    .filter(row -> row.getKey().length() == 12)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void everybodyIsInvented() throws IOException {
        List<String> phones = new ArrayList<>(tales.stream().map(Tale::phone).toList());
        Story.read(DEMO).appeals().forEach(told -> phones.add(told.phone()));
        assertThat(phones).allMatch(phone -> phone.isEmpty() || phone.matches("129\\d{8}"));
        for (String file : List.of("sayings.csv", "phrases.csv", "results.csv", "appeals.csv")) {
            assertThat(NUMBER_OF_11
                            .matcher(Files.readString(DEMO.resolve(file)))
                            .results()
                            .map(found -> found.group())
                            .filter(number -> !number.startsWith("129")))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void theNeighbourhoodsStoryIsPartOfTheThreeMonths() {
        List<Tale> whole = Story.read(DEMO).tales(END, 92, script());
        List<Tale> lately = Story.read(DEMO).tales(END, 20, script());
        assertThat(whole).hasSizeGreaterThan(lately.size() + 20);
        assertThat(lately).hasSizeGreaterThan(40);
        assertThat(whole).filteredOn(tale -> tale.words().contains("电梯")).hasSizeGreaterThan(5);
        assertThat(whole).filteredOn(tale -> tale.words().contains("竹溪路")).hasSizeGreaterThan(6);
        assertThat(whole).allSatisfy(tale -> assertThat(tale.at()).isBefore(END));
    }

    /** As it is written, matters that nobody knows included. */
    private static Phrasebook book() {
        Set<String> named = new TreeSet<>(Sheet.rows(DEMO.resolve("sayings.csv"), row -> row.get("matter")));
        return Phrasebook.read(DEMO, named);
    }

    private static boolean has(Tale tale, Deed deed) {
        return tale.beats().stream().anyMatch(beat -> beat.deed() == deed);
    }

    private static Stream<Beat> beats(Deed deed) {
        return tales.stream().flatMap(tale -> tale.beats().stream()).filter(beat -> beat.deed() == deed);
    }

    private static double percent(java.util.function.Predicate<Tale> which) {
        return tales.stream().filter(which).count() * 100.0 / tales.size();
    }
}
