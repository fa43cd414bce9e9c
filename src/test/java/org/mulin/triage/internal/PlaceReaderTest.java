package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.PlaceSource;
import org.mulin.triage.Text;

class PlaceReaderTest {
    private final PlaceReader reader = new PlaceReader(SmallCity.gazetteer());

    @Test
    void takesTheDeepestAreaThatTheNamesAgreeOn() {
        PlaceGuess guess = named("东湖区杨柳街道石桥社区路灯坏了", "").orElseThrow();
        assertThat(guess.areaCode()).isEqualTo("360001001001");
        assertThat(guess.confidence()).isGreaterThan(0.9);
        assertThat(guess.how()).isEqualTo(PlaceSource.NAMED);
        assertThat(guess.span()).satisfies(span -> assertThat(span.words()).isEqualTo("石桥社区"));
    }

    @Test
    void knowsCompoundsAndRoadsAndWhereTheyLie() {
        PlaceGuess guess = named("路灯坏了", "我住翠苑，晚上一片黑").orElseThrow();
        assertThat(guess.areaCode()).isEqualTo("360001001001");
        assertThat(guess.placeName()).isEqualTo("翠苑小区");
    }

    @Test
    void anAreaWithoutItsSuffixIsAGuessUntilAnotherNameAgrees() {
        assertThat(named("我住石桥，路灯坏了", "").orElseThrow()).satisfies(guess -> {
            assertThat(guess.areaCode()).isEqualTo("360001001001");
            assertThat(guess.confidence()).isLessThan(0.5);
        });
        assertThat(named("我住杨柳街道石桥，路灯坏了", "").orElseThrow().confidence()).isGreaterThan(0.6);
    }

    @Test
    void slipsAreUnderstoodButLessCertain() {
        assertThat(named("杨柳街道春小花园的路灯坏了", "").orElseThrow()).satisfies(guess -> {
            assertThat(guess.placeName()).isEqualTo("春晓花园");
            assertThat(guess.confidence()).isBetween(0.5, 0.9);
        });
        assertThat(named("石乔社区的路灯坏了", "").orElseThrow().areaCode()).isEqualTo("360001001001");
        assertThat(named("杨柳街道春 晓花园", "").orElseThrow().confidence()).isGreaterThan(0.9);
        assertThat(named("春小花期过了", "")).isEmpty();
    }

    @Test
    void aShortNameAloneIsNoPlaceUnlessAnotherNameAgrees() {
        assertThat(named("春晓工程搞得怎么样了", "")).isEmpty();
        assertThat(named("春晓那家店卖的面包发霉", "").orElseThrow().confidence()).isLessThan(0.4);
        assertThat(named("杨柳街道春晓那家店", "").orElseThrow()).satisfies(guess -> {
            assertThat(guess.areaCode()).isEqualTo("360001001002");
            assertThat(guess.confidence()).isGreaterThan(0.6);
        });
        assertThat(named("东湖区春晓那家店", "").orElseThrow().confidence()).isLessThan(0.4);
        assertThat(named("临江东湖路灯坏了", "").orElseThrow().areaCode()).isEqualTo("360001");
        assertThat(chosen("360001001", "春晓那家店").areaCode()).isEqualTo("360001001002");
        assertThat(chosen("360001001", "春晓工程").areaCode()).isEqualTo("360001001");
    }

    /** 石桥社区 is no matter of the community's, and a compound's own name stays: its kind may tell something. */
    @Test
    void namesOfAreasAreLeftOutOfWhatTheMatterIsReadFrom() {
        assertThat(withoutAreas("石桥社区报修", "杨柳街道石桥社区翠苑小区的路灯坏了")).isEqualTo(new Text("    报修", "        翠苑小区的路灯坏了"));
        assertThat(withoutAreas("", "人民路积水")).isEqualTo(new Text("", "人民路积水"));
    }

    private Text withoutAreas(String subject, String body) {
        Text text = new Text(subject, body);
        return reader.withoutAreas(text, Plain.of(text.whole()));
    }

    @Test
    void aRoadThroughTwoAreasIsSettledByTheOtherNames() {
        assertThat(named("A1区人民路积水", "").orElseThrow().areaCode()).isEqualTo("360002001");
        assertThat(named("东湖区人民路积水", "").orElseThrow().areaCode()).isEqualTo("360001001002");
        assertThat(named("人民路积水", "").orElseThrow().confidence()).isLessThan(0.6);
    }

    @Test
    void theFirstNameInTheSubjectWinsOverLaterOnes() {
        PlaceGuess guess = named("东湖区占道经营", "比A1区差远了，A1区早就整治了，A1区做得好").orElseThrow();
        assertThat(guess.areaCode()).isEqualTo("360001");
        assertThat(guess.confidence()).isLessThan(0.9);
    }

    @Test
    void belowTheCityContradictionEndsAtTheAreaAbove() {
        assertThat(named("石桥社区和春晓社区之间的路灯坏了", "").orElseThrow().areaCode()).isEqualTo("360001001");
    }

    @Test
    void latinNamesAreNoPartOfLongerOnesNorOfBuildings() {
        assertThat(named("A12县没有路灯", "").orElseThrow().areaCode()).isEqualTo("360003");
        assertThat(named("A13区没有路灯", "")).isEmpty();
        assertThat(named("我家住A1栋", "")).isEmpty();
    }

    @Test
    void widthAndCaseMakeNoDifference() {
        assertThat(named("ａ１区没有路灯", "").orElseThrow().areaCode()).isEqualTo("360002");
    }

    @Test
    void aDistrictInTheNameOfARoadSaysLittle() {
        assertThat(named("东湖大道A12县段积水", "").orElseThrow().areaCode()).isEqualTo("360003");
        assertThat(named("A12县东湖大道积水", "").orElseThrow().areaCode()).isEqualTo("360003");
    }

    @Test
    void aChosenAreaHoldsAndWordsMakeItMoreExact() {
        PlaceGuess deeper = chosen("360001001", "石桥社区路灯坏了");
        assertThat(deeper.areaCode()).isEqualTo("360001001001");
        assertThat(deeper.confidence()).isEqualTo(1);
        PlaceGuess against = chosen("360001001", "A1区路灯坏了");
        assertThat(against.areaCode()).isEqualTo("360001001");
        assertThat(against.confidence()).isLessThan(1);
    }

    @Test
    void whatNamesNothingOrOnlyTheCityIsNotPlaced() {
        assertThat(named("路灯坏了", "很久了")).isEmpty();
        assertThat(named("临江市路灯坏了", "")).isEmpty();
        assertThat(named("", "")).isEmpty();
    }

    private Optional<PlaceGuess> named(String subject, String body) {
        Text text = new Text(subject, body);
        return reader.named(text, Plain.of(text.whole()));
    }

    private PlaceGuess chosen(String code, String subject) {
        Text text = new Text(subject, "");
        return reader.chosen(code, text, Plain.of(text.whole())).orElseThrow();
    }
}
