package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PublicTextTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/public-text.csv", numLinesToSkip = 1)
    void hidesWhoSomebodyIsAndNothingElse(String written, String shown) {
        assertThat(PublicText.of(written)).isEqualTo(shown);
    }

    /** Texts come from outside: none may keep a thread busy. */
    @Test
    void takesAMomentWhateverTheText() {
        for (String piece : new String[] {"1", "a@", "3-", "a.", "一", "姓名：", "1 ", "栋 "}) {
            long start = System.nanoTime();
            PublicText.of(piece.repeat(20_000 / piece.length()));
            assertThat(System.nanoTime() - start).as(piece).isLessThan(2_000_000_000L);
        }
    }
}
