package org.mulin.triage.internal.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mulin.triage.HotRule;
import org.mulin.triage.Like;
import org.mulin.triage.Likeness;
import org.mulin.triage.Text;
import org.mulin.triage.Voice;

/** Whatever people paste, its like is looked for and nothing breaks. */
class HostileLikenessTest {
    @Property(tries = 200, seed = "20261130")
    void everyTextCanBePutFoundAndGathered(@ForAll("hostile") List<String> words) {
        Likeness<Integer> index = Likeness.empty();
        for (int i = 0; i < words.size(); i++) {
            index.put(i, said(words.get(i), words.get(words.size() - 1 - i), i));
            index.put(words.size() + i, said(words.get(i), words.get(words.size() - 1 - i), i));
        }
        for (int i = 0; i < words.size(); i++) {
            int copy = words.size() + i;
            boolean comparable =
                    traits(words.get(i), words.get(words.size() - 1 - i)).grams().length >= 8;
            for (Like<Integer> like : index.like(i, 1_000)) {
                assertThat(like.likeness()).isBetween(0.0, 1 + 1e-6);
            }
            assertThat(index.like(i, 1_000).stream().anyMatch(like -> like.id() == copy && like.twin()))
                    .as("the copy of what has enough to compare is a twin")
                    .isIn(comparable, true);
            assertThat(index.like(said(words.get(i), "", 0), _ -> true, _ -> true, 5))
                    .hasSizeLessThanOrEqualTo(5);
        }
        assertThat(index.hot(HotRule.DEFAULT, _ -> true, 10)).hasSizeLessThanOrEqualTo(10);
        for (int i = 0; i < 2 * words.size(); i++) {
            index.remove(i);
        }
        assertThat(index.size()).isZero();
        assertThat(index.hot(HotRule.DEFAULT, _ -> true, 10)).isEmpty();
    }

    @Property(tries = 100, seed = "20261130")
    void widthTagsAndInvisibleLettersChangeNothing(@ForAll("noise") String noise) {
        Traits clean = traits("云栖新城A3栋搅拌站扰民", "每天12点还在响");
        Traits noisy = traits("云栖" + noise + "新城Ａ３栋搅拌" + noise + "站擾民", "<p>每天１２点还在响</p>");
        assertThat(noisy.grams()).isEqualTo(clean.grams());
        assertThat(noisy.subject()).isEqualTo(clean.subject());
    }

    @Example
    void aLongTextKeepsFewGramsAndTwelveThousandLettersAreRead() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            words.append((char) (0x4e00 + i * 7 % 9_000));
        }
        Traits traits = traits("云栖新城搅拌站扰民", words.toString());
        assertThat(traits.grams()).hasSize(Traits.GRAMS_MAX);
        assertThat(traits.horizon()).isLessThan(Traits.WHOLE);
        for (int gram : traits("云栖新城搅拌站扰民", "").grams()) {
            assertThat(traits.grams()).as("the subject's are all kept").contains(gram);
        }
    }

    private static Voice said(String subject, String body, int day) {
        return new Voice(new Text(subject, body), Instant.ofEpochSecond(day * 86_400L), "p" + day, "", day);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of("\u200b", "\ufeff", "\u202e", "\u0301", "");
    }

    @Provide
    Arbitrary<List<String>> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "路灯坏了",
                "垃圾",
                "雲棲新城",
                "ａ１２县",
                "😀",
                "\u200b",
                "<script>",
                "</p>",
                "&nbsp;",
                "lu deng huai le",
                "123456789012345678",
                "\ud800",
                "\n",
                "",
                "的".repeat(300));
        return pieces.list()
                .ofMinSize(0)
                .ofMaxSize(12)
                .map(list -> String.join("", list))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Traits traits(String subject, String body) {
        return Traits.of(new Voice(new Text(subject, body), Instant.EPOCH, "", "", 0));
    }
}
