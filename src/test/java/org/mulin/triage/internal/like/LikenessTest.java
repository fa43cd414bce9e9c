package org.mulin.triage.internal.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.triage.HotIssue;
import org.mulin.triage.HotRule;
import org.mulin.triage.HotWords;
import org.mulin.triage.Like;
import org.mulin.triage.Likeness;
import org.mulin.triage.Text;
import org.mulin.triage.Voice;

/** Neighbours of two compounds, a mixing plant, dark lanes, and what else people write. */
class LikenessTest {
    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");
    private static final String[] PLANT = {
        "云栖新城旁边的搅拌站日夜轰鸣，灰尘很大，请关停",
        "我是云栖新城业主，小区旁建搅拌站，噪音吵得睡不着",
        "搅拌站离云栖新城不到百米，粉尘满天，孩子咳嗽",
        "云栖新城搅拌站手续合法吗？噪音扰民没人管",
        "举报云栖新城附近违建搅拌站，机器声不停"
    };
    private static final String[] LAMPS = {"惠民巷路灯坏了半个月，晚上漆黑", "惠民巷的路灯不亮，老人摔跤", "请修惠民巷路灯，晚上看不见路", "惠民巷路灯还没修好"};
    private static final String[] OTHERS = {
        "公交三路车总是晚点，等了一小时", "医保异地报销流程太慢", "小学学位够不够，什么时候报名", "河边垃圾成堆，味道难闻", "物业费突然涨价没有公示", "快递车占了消防通道"
    };

    private final Likeness<String> index = filled("");

    @Test
    void whatIsAboutTheSameThingIsFoundTheLikestFirst() {
        List<Like<String>> like = index.like(said("云栖新城的搅拌站太吵了", "x", 30), _ -> true, _ -> true, 10);
        assertThat(like)
                .extracting(Like::id)
                .allMatch(id -> id.startsWith("plant"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(like).isSortedAccordingTo((one, other) -> Double.compare(other.likeness(), one.likeness()));
        assertThat(index.like(said("外卖骑手逆行闯红灯太多", "x", 30), _ -> true, _ -> true, 10))
                .isEmpty();
    }

    @Test
    void onlyInTheWantedPlacesAndOnlyTheWantedOnes() {
        index.put("far", said(PLANT[0], "x", 3, "360502002"));
        index.put("near", said(PLANT[0], "x", 3, "360502001001"));
        Voice draft = said("云栖新城的搅拌站太吵了", "y", 4);
        assertThat(index.like(draft, place -> place.startsWith("360502001"), _ -> true, 10))
                .extracting(Like::id)
                .containsExactly("near");
        assertThat(index.like(draft, place -> place.startsWith("3605"), id -> !id.equals("near"), 10))
                .extracting(Like::id)
                .containsExactly("far");
    }

    @Test
    void theSameAgainIsATwinAndTheSameThingInOtherWordsIsNone() {
        index.put("again", said(PLANT[1].replace("业主", "住户"), "x", 9));
        assertThat(index.like("again", 20).getFirst()).satisfies(first -> {
            assertThat(first.id()).isEqualTo("plant1");
            assertThat(first.twin()).isTrue();
        });
        assertThat(index.like("again", 20).stream().filter(Like::twin)).hasSize(1);
        Voice titled = new Voice(new Text("反映云栖新城旁搅拌站的问题", "完全不同的内容"), DAY, "x", "", 0);
        index.put("one", titled);
        index.put("other", new Voice(new Text("反映云栖新城旁，搅拌站的问题！", "别的话"), DAY, "y", "", 0));
        assertThat(index.like("one", 20).getFirst())
                .as("a subject that is the same but for its signs")
                .matches(first -> first.id().equals("other") && first.twin());
    }

    @Test
    void hotIsWhatSeveralPeopleSayAndOnePersonManyTimesIsNot() {
        for (int i = 0; i < 6; i++) {
            index.put("loud" + i, said("楼上住户天天半夜跳绳太吵，第" + i + "次投诉", "loud", i));
        }
        List<HotIssue<String>> hot = index.hot(HotRule.DEFAULT, _ -> true, 10);
        assertThat(hot).hasSize(2);
        HotIssue<String> plant = hot.getFirst();
        assertThat(plant.members()).containsExactly("plant0", "plant1", "plant2", "plant3", "plant4");
        assertThat(plant.people()).isEqualTo(5);
        HotWords words =
                index.words(Stream.of(PLANT).map(one -> new Text("", one)).toList());
        assertThat(words.words()).contains("云栖新城", "搅拌站");
        assertThat(words.place()).isEqualTo("云栖新城");
        assertThat(plant.from()).isEqualTo(DAY);
        assertThat(plant.score()).isEqualTo(5);
        assertThat(hot.getLast().members()).containsExactly("lamp0", "lamp1", "lamp2", "lamp3");
    }

    @Test
    void whoIsUnknownIsOneMoreAndLikesCountLittle() {
        assertThat(new HotRule(3, 1, 0.2, 0.5).score(4, 6, 7)).isEqualTo(4 + 0.4 + 1.5);
        Likeness<String> nameless = filled("nobody");
        assertThat(nameless.hot(HotRule.DEFAULT, _ -> true, 10).getFirst().people())
                .isEqualTo(5);
    }

    @Test
    void noWordIsASinglePersons() {
        HotWords words = index.words(
                List.of(new Text("", PLANT[0]), new Text("", PLANT[1]), new Text("", "云栖新城搅拌站老板（欧阳震华）威胁业主，噪音不停")));
        assertThat(words.words()).contains("云栖新城", "搅拌站");
        assertThat(String.join("", words.words())).doesNotContain("欧阳").doesNotContain("震华");
    }

    @Test
    void countsOnlyWhatIsWanted() {
        assertThat(index.hot(HotRule.DEFAULT, id -> !id.startsWith("plant") || id.equals("plant2"), 10))
                .extracting(issue -> issue.members().getFirst())
                .containsExactly("lamp0");
        assertThat(index.hot(HotRule.DEFAULT, _ -> true, 1)).hasSize(1);
    }

    @Test
    void whatIsRemovedIsGoneAndWhatIsPutAgainIsNew() {
        index.hot(HotRule.DEFAULT, _ -> true, 10);
        index.remove("plant0");
        index.put("plant1", said("快递柜总是满的，请增加快递柜", "p1", 1));
        List<HotIssue<String>> hot = index.hot(HotRule.DEFAULT, _ -> true, 10);
        assertThat(hot.stream().filter(issue -> issue.members().contains("plant2")))
                .singleElement()
                .satisfies(issue ->
                        assertThat(Set.copyOf(issue.members())).isEqualTo(Set.of("plant2", "plant3", "plant4")));
        assertThat(index.size()).isEqualTo(PLANT.length + LAMPS.length + OTHERS.length - 1);
        assertThat(index.like(said(PLANT[0], "x", 1), _ -> true, _ -> true, 20))
                .extracting(Like::id)
                .doesNotContain("plant0", "plant1");
    }

    @Test
    void whatComesOneByOneIsGatheredAsWhatComesAtOnce() {
        Likeness<String> slow = Likeness.empty();
        List<String> all = put(slow, "", id -> slow.hot(HotRule.DEFAULT, _ -> true, 10));
        assertThat(all).isNotEmpty();
        assertThat(slow.hot(HotRule.DEFAULT, _ -> true, 10))
                .extracting(HotIssue::members)
                .isEqualTo(index.hot(HotRule.DEFAULT, _ -> true, 10).stream()
                        .map(HotIssue::members)
                        .toList());
        assertThat(slow.gathered("plant3")).isEqualTo(index.gathered("plant3"));
    }

    /** Seen by a tester: the broken lifts of four compounds were one offer to residents, and one hot issue. */
    @Test
    void theSameTroubleOfOtherPlacesIsAnotherThing() {
        String[] compounds = {"桂苑小区", "澄园", "湖畔人家", "云栖花园"};
        String[] lifts = {"%s2栋的电梯又坏了，这个月第三次了，老人下不了楼", "%s的电梯停在半层，老人被困，又坏了", "%s电梯坏了三天没人修，九楼的老人下不来"};
        for (String compound : compounds) {
            for (int i = 0; i < lifts.length; i++) {
                index.put(compound + i, said(lifts[i].formatted(compound), compound + i, 10 + i));
            }
        }
        assertThat(index.hot(HotRule.DEFAULT, _ -> true, 10))
                .filteredOn(issue -> !issue.members().getFirst().matches("(plant|lamp).*"))
                .extracting(issue -> Set.copyOf(issue.members()))
                .containsExactlyInAnyOrder(Stream.of(compounds)
                        .map(compound -> Set.of(compound + 0, compound + 1, compound + 2))
                        .toArray(Set[]::new));
        assertThat(index.like(said("桂苑3栋电梯坏了，老人下不了楼", "x", 30), _ -> true, _ -> true, 10))
                .extracting(Like::id)
                .containsExactlyInAnyOrder("桂苑小区0", "桂苑小区1", "桂苑小区2");
        assertThat(index.isElsewhere(said("桂苑电梯坏了", "x", 1), said("澄园电梯坏了", "y", 1)))
                .isTrue();
        assertThat(index.isElsewhere(said("桂苑电梯坏了", "x", 1), said("我们小区电梯坏了", "y", 1)))
                .isFalse();
    }

    /** What both name, where each is, and how much of how close the words are counts. */
    @ParameterizedTest
    @CsvSource({
        "DIFFERENT, 360502001001001, 360502001001001, 0",
        "SAME, 360502001001001, 360502001001002, 1",
        "SAME, 360502001001001, '', 1",
        "SAME, 360502001001001, 360502003007002, 0.7",
        "UNKNOWN, 360502001001001, 360502001001002, 1",
        "UNKNOWN, 360502001001001, 360502003007002, 0.7",
        "UNKNOWN, 360502001001001, 3605, 0.7",
        "UNKNOWN, '', '', 0.7"
    })
    void whoNamesNoPlaceIsOfTheSameThingOnlyNearbyOrInMuchTheSameWords(
            Names.Agreement names, String one, String other, double trust) {
        assertThat(Whereabouts.trust(names, one, other)).isEqualTo(trust);
        assertThat(Whereabouts.trust(names, other, one)).isEqualTo(trust);
    }

    @Test
    void whileThousandsAreGatheredOthersAreAnswered() throws InterruptedException {
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            String words = Stream.generate(() -> random.nextInt(20))
                    .limit(3)
                    .map(n -> n < PLANT.length ? PLANT[n] : OTHERS[n % OTHERS.length])
                    .collect(Collectors.joining("，" + i));
            index.put("many" + i, said(words, "p" + i, i % 300));
        }
        Thread gathering = Thread.ofPlatform().start(() -> index.hot(HotRule.DEFAULT, _ -> true, 10));
        int answered = 0;
        while (gathering.isAlive()) {
            index.like(said("云栖新城的搅拌站太吵了", "x", 30), _ -> true, _ -> true, 10);
            answered += gathering.isAlive() ? 1 : 0;
        }
        gathering.join();
        assertThat(answered).isGreaterThan(5);
    }

    @Test
    void afterLongSilenceItIsAnotherIssue() {
        for (int i = 0; i < 3; i++) {
            index.put("later" + i, said(PLANT[i + 1], "later" + i, 400 + i));
        }
        assertThat(index.hot(HotRule.DEFAULT, _ -> true, 10))
                .extracting(issue -> issue.members().getFirst())
                .containsExactly("plant0", "lamp0", "later0");
    }

    private static Likeness<String> filled(String person) {
        Likeness<String> filled = Likeness.empty();
        put(filled, person, _ -> {});
        return filled;
    }

    private static List<String> put(Likeness<String> to, String person, java.util.function.Consumer<String> after) {
        List<String> ids = new java.util.ArrayList<>();
        put(to, "plant", PLANT, person, ids, after);
        put(to, "lamp", LAMPS, person, ids, after);
        put(to, "other", OTHERS, person, ids, after);
        return ids;
    }

    private static void put(
            Likeness<String> to,
            String what,
            String[] said,
            String person,
            List<String> ids,
            java.util.function.Consumer<String> after) {
        for (int i = 0; i < said.length; i++) {
            String id = what + i;
            to.put(id, said(said[i], person.equals("nobody") ? "" : id, i));
            ids.add(id);
            after.accept(id);
        }
    }

    private static Voice said(String words, String person, int day) {
        return said(words, person, day, "");
    }

    private static Voice said(String words, String person, int day, String place) {
        return new Voice(new Text("", words), DAY.plusSeconds(day * 86_400L), person, place, 0);
    }
}
