package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.insight.internal.RateRules.Score;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Tally;

/** What a rate is, worked by hand (standards: shrinkage with m = 20, p₀ = .85; Wilson 95 %). */
class RatesTest {
    private static final RateRule RESOLUTION = RateRule.ordinary(RateKind.RESOLUTION);

    @ParameterizedTest
    @CsvSource({"5,5,.8800", "45,50,.8857", "900,1000,.8990", "0,3,.7391", "0,0,.8500"})
    void fewCasesStayNearTheOrdinaryShare(int k, int n, double shrunk) {
        assertThat(RESOLUTION.shrunk(Rate.of(k, n))).isEqualTo(shrunk, within(.00005));
    }

    @ParameterizedTest
    @CsvSource({"5,5,.5655,1", "0,3,0,.5615", "45,50,.7864,.9565", "900,1000,.8798,.9171"})
    void theIntervalIsWilsons(int k, int n, double low, double high) {
        Rate rate = Rate.of(k, n);
        assertThat(rate.low()).isEqualTo(low, within(.00005));
        assertThat(rate.high()).isEqualTo(high, within(.00005));
    }

    /** Ten judged: six satisfied, two neutral, two not; eight solved. Nine of twelve answered in time. */
    private static Tally tally(int neutral) {
        return tally(neutral, Apart.NONE);
    }

    private static Tally tally(int neutral, Apart apart) {
        return new Tally(14, 0, 0, 12, 9, 8 + neutral, 8, 8 + neutral, 6, neutral, apart);
    }

    private static RateRule satisfaction(NeutralScore neutral) {
        return new RateRule(RateKind.SATISFACTION, 35, 20, .85, neutral, UnreachableResident.LEFT_OUT);
    }

    @ParameterizedTest
    @CsvSource({"NOT_SATISFIED,6,10,0", "SATISFIED,8,10,0", "LEFT_OUT,6,8,2"})
    void aNeutralScoreCountsAsTheRuleSays(NeutralScore neutral, int k, int n, int leftOut) {
        RateRule.Counted counted = satisfaction(neutral).count(tally(2));
        assertThat(counted).isEqualTo(new RateRule.Counted(Rate.of(k, n), leftOut));
    }

    @ParameterizedTest
    @CsvSource({"NOT_SATISFIED,6,11", "SATISFIED,9,11", "LEFT_OUT,6,8"})
    void oneMoreNeutralScoreMovesWhatItShould(NeutralScore neutral, int k, int n) {
        assertThat(satisfaction(neutral).count(tally(3)).rate()).isEqualTo(Rate.of(k, n));
        assertThat(RateRule.ordinary(RateKind.RESPONSE).count(tally(3)).rate()).isEqualTo(Rate.of(9, 12));
    }

    /** Three more tickets about which nobody could be asked; the resolution rate leaves one of them out. */
    private static final Apart MUTE = new Apart(1, 0, 1, 0, 3, 2, 3, 0);

    @ParameterizedTest
    @CsvSource({
        // resolution: 8 of 10 judged, and two more; satisfaction: 6 of 10 scored, 2 of them neutral, and three more
        "LEFT_OUT,       8,10, 6,10, 6, 8",
        "COUNTED_FOR,   10,12, 9,13, 9,11",
        "COUNTED_AGAINST,8,12, 6,13, 6,11"
    })
    void whoCouldNotBeReachedCountsAsTheRuleSays(
            UnreachableResident unreachable, int solved, int judged, int k, int n, int kept, int keptOf) {
        assertThat(rule(RateKind.RESOLUTION, NeutralScore.NOT_SATISFIED, unreachable)
                        .count(tally(2, MUTE)))
                .isEqualTo(new RateRule.Counted(Rate.of(solved, judged), 0));
        assertThat(rule(RateKind.SATISFACTION, NeutralScore.NOT_SATISFIED, unreachable)
                        .count(tally(2, MUTE)))
                .isEqualTo(new RateRule.Counted(Rate.of(k, n), 0));
        assertThat(rule(RateKind.SATISFACTION, NeutralScore.LEFT_OUT, unreachable)
                        .count(tally(2, MUTE)))
                .isEqualTo(new RateRule.Counted(Rate.of(kept, keptOf), 2));
        assertThat(rule(RateKind.RESPONSE, NeutralScore.NOT_SATISFIED, unreachable)
                        .count(tally(2, MUTE)))
                .as("a response needs nobody's word")
                .isEqualTo(new RateRule.Counted(Rate.of(9, 12), 0));
    }

    private static RateRule rule(RateKind kind, NeutralScore neutral, UnreachableResident unreachable) {
        return new RateRule(kind, 35, 20, .85, neutral, unreachable);
    }

    /** One ticket, not solved and with a score of 2, is left out of two rates: each n falls by one, each k stays. */
    @Test
    void leavingOneTicketOutMovesWhatItShould() {
        Tally before = new Tally(14, 0, 0, 12, 9, 10, 8, 10, 6, 2, Apart.NONE);
        Tally after = new Tally(14, 0, 0, 12, 9, 9, 8, 9, 6, 2, new Apart(1, 0, 1, 1, 0, 0, 0, 0));
        var rules = new RateRules(
                Stream.of(RateKind.values()).map(RateRule::ordinary).toList());
        List<RateRules.Scored> was = rules.score(before).rates();
        List<RateRules.Scored> is = rules.score(after).rates();
        assertThat(is.get(0)).isEqualTo(was.get(0));
        assertThat(was.get(1).rate()).isEqualTo(Rate.of(8, 10));
        assertThat(is.get(1).rate()).isEqualTo(Rate.of(8, 9));
        assertThat(was.get(2).rate()).isEqualTo(Rate.of(6, 10));
        assertThat(is.get(2).rate()).isEqualTo(Rate.of(6, 9));
        assertThat(is).extracting(RateRules.Scored::excluded).containsExactly(0, 1, 1);
        // (8 + 17) / (10 + 20) and (8 + 17) / (9 + 20)
        assertThat(was.get(1).shrunk()).isEqualTo(25.0 / 30, within(1e-9));
        assertThat(is.get(1).shrunk()).isEqualTo(25.0 / 29, within(1e-9));
    }

    @Test
    void theScoreIsTheWeighedMeanOfTheShrunkRates() {
        var rules = new RateRules(
                Stream.of(RateKind.values()).map(RateRule::ordinary).toList());
        Score score = rules.score(new Tally(5, 0, 0, 5, 5, 50, 45, 50, 50, 0, Apart.NONE));
        // .30 × .8800 + .35 × .8857 + .35 × (50 + 17) / 70
        assertThat(score.score()).isEqualTo(.3 * .88 + .35 * 62 / 70 + .35 * 67 / 70, within(1e-9));
        assertThat(score.low()).isLessThan(score.score());
        assertThat(score.high()).isGreaterThan(score.score());
    }

    @Test
    void ofWhatNobodyHasJudgedAnythingMayBeTrue() {
        var rules = new RateRules(List.of(RESOLUTION));
        Score score = rules.score(new Tally(3, 3, 0, 0, 0, 0, 0, 0, 0, 0, Apart.NONE));
        assertThat(score.known()).isFalse();
        assertThat(score.low()).isZero();
        assertThat(score.high()).isEqualTo(1);
    }
}
