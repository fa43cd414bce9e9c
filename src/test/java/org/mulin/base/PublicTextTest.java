package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PublicTextTest {
    @ParameterizedTest
    @CsvFileSource(
            resources = {"/public-text.csv", "/public-names.csv"},
            numLinesToSkip = 1)
    void hidesWhoSomebodyIsAndNothingElse(String written, String shown) {
        assertThat(PublicText.of(written)).isEqualTo(shown);
    }

    @Test
    void hidesThoseWhoAreKnown() {
        assertThat(PublicText.of("王翠花家楼上漏水，翠花已经找过物业", List.of("王翠花", "李", " "))).isEqualTo("***家楼上漏水，翠花已经找过物业");
    }

    @Test
    void nothingUnseenPasses() {
        assertThat(PublicText.of("请看\u202E灯路\u202C\u2066这里\u2069，\u200B路\u2060灯\uFEFF坏\u200D了\u3164\u061C。"))
                .isEqualTo("请看灯路这里，路灯坏了。");
        assertThat(PublicText.of("打129\u200B0000\u200D1234")).isEqualTo("打***");
        assertThat(PublicText.of("王\u2060翠花家漏水", List.of("王翠花"))).isEqualTo("***家漏水");
        assertThat(PublicText.of("一家人 👨‍👩‍👧 和 🤷🏽‍♀️ 都在")).isEqualTo("一家人 👨‍👩‍👧 和 🤷🏽‍♀️ 都在");
    }

    /** Texts come from outside: none may keep a thread busy. A pattern that goes back and back would take hours. */
    @Test
    @Timeout(60)
    void endsWhateverTheText() {
        for (String piece :
                new String[] {"1", "a@", "3-", "a.", "一", "姓名：", "1 ", "栋 ", "我先生", "本人王", "王建国", "楼上老王", "的", "零"}) {
            String text = piece.repeat(20_000 / piece.length());
            assertThat(PublicText.of(text)).as(piece).isNotNull();
        }
    }
}
