package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mulin.insight.internal.Ranking.Line;
import org.mulin.insight.internal.Ranking.Place;
import org.mulin.insight.internal.RateRules.Score;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Tally;

/** Who stands before whom, and who cannot be told apart. */
class RankingTest {
    private static final RateRules RULES = new RateRules(List.of(RateRule.ordinary(RateKind.RESOLUTION)));

    private static Line line(String code, int solved, int judged) {
        return new Line(code, RULES.score(new Tally(judged, 0, 0, 0, 0, judged, solved, 0, 0, 0, Apart.NONE)));
    }

    private static Map<String, Place> byCode(List<Place> places) {
        return places.stream().collect(Collectors.toMap(Place::code, Function.identity()));
    }

    @Test
    void fiveOfFiveDoesNotBeatNineHundredOfAThousand() {
        List<Place> places = Ranking.of(
                List.of(line("five", 5, 5), line("many", 900, 1000), line("fifty", 45, 50), line("no", 0, 3)));
        assertThat(places).extracting(Place::code).containsExactly("many", "fifty", "five", "no");
        // 0 of 3 reaches up to .5615, 5 of 5 down to .5655: the worst is surely the worst, the rest one group
        assertThat(places).extracting(Place::group).containsExactly(1, 1, 1, 2);
        assertThat(places).extracting(Place::bestRank).containsExactly(1, 1, 1, 4);
        assertThat(places).extracting(Place::worstRank).containsExactly(3, 3, 3, 4);
    }

    @Test
    void withoutACaseThereIsNoRank() {
        List<Place> places = Ranking.of(List.of(line("none", 0, 0), line("one", 0, 1)));
        assertThat(places.getLast()).isEqualTo(new Place("none", null, null, null, null));
        assertThat(places.getFirst().worstRank()).isEqualTo(1);
    }

    @Test
    void equalScoresShareARank() {
        List<Place> places = Ranking.of(List.of(line("b", 8, 10), line("a", 8, 10), line("c", 9, 10)));
        assertThat(places).extracting(Place::rank).containsExactly(1, 2, 2);
    }

    @Property(seed = "20261129")
    void theOrderInWhichTheyComeNeverChangesRanks(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 400) Integer> cases, @ForAll long shuffle) {
        List<Line> lines = new ArrayList<>();
        var random = new Random(shuffle);
        for (int i = 0; i < cases.size(); i++) {
            lines.add(line("unit-" + i, cases.get(i) == 0 ? 0 : random.nextInt(cases.get(i) + 1), cases.get(i)));
        }
        List<Place> places = Ranking.of(lines);
        Collections.shuffle(lines, random);
        assertThat(byCode(Ranking.of(lines))).isEqualTo(byCode(places));
        for (Place place : places) {
            Score own = score(lines, place);
            assertThat(place.rank() == null).isEqualTo(!own.known());
            if (place.rank() != null) {
                int rank = place.rank();
                int better = others(lines, other -> other.low() > own.high());
                int worse = others(lines, other -> other.high() < own.low());
                assertThat(place.bestRank()).isEqualTo(Math.min(rank, better + 1));
                assertThat(place.worstRank()).isEqualTo(Math.max(rank, others(lines, _ -> true) - worse));
            }
        }
    }

    /** Whatever is left out, and whatever becomes of whom nobody could reach. */
    @Property(seed = "20261130", tries = 200)
    void norDoesItWithTicketsThatStandBesideTheRates(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 40) Integer> cases,
            @ForAll UnreachableResident unreachable,
            @ForAll long shuffle) {
        var rules = new RateRules(List.of(
                new RateRule(RateKind.RESOLUTION, 50, 20, .85, NeutralScore.LEFT_OUT, unreachable),
                new RateRule(RateKind.SATISFACTION, 50, 20, .85, NeutralScore.LEFT_OUT, unreachable)));
        List<Line> lines = new ArrayList<>();
        var random = new Random(shuffle);
        for (int i = 0; i < cases.size(); i++) {
            int n = cases.get(i);
            int mute = random.nextInt(5);
            int out = random.nextInt(5);
            int good = random.nextInt(n + 1);
            int neutral = random.nextInt(n - good + 1);
            var apart = new Apart(out, 0, out, out, mute, mute, mute, 0);
            var tally = new Tally(n + mute + out, 0, 0, 0, 0, n, good, n, good, neutral, apart);
            lines.add(new Line("unit-" + i, rules.score(tally)));
        }
        List<Place> places = Ranking.of(lines);
        Collections.shuffle(lines, random);
        assertThat(byCode(Ranking.of(lines))).isEqualTo(byCode(places));
    }

    private static Score score(List<Line> lines, Place place) {
        return lines.stream()
                .filter(line -> line.code().equals(place.code()))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static int others(List<Line> lines, Predicate<Score> which) {
        return (int) lines.stream()
                .map(Line::score)
                .filter(Score::known)
                .filter(which)
                .count();
    }
}
