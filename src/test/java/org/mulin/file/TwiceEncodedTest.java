package org.mulin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.base.Refused;
import tools.jackson.databind.json.JsonMapper;

/** What nobody can read is refused at its line; other Latin letters are not. */
class TwiceEncodedTest {
    @ParameterizedTest
    @ValueSource(strings = {"公", "路灯坏了，三天没人修。", "A栋 3 层"})
    void chineseThatWasReadAsLatinIsKnown(String chinese) {
        assertThat(TwiceEncoded.is(latin(chinese))).isTrue();
        assertThat(TwiceEncoded.is(chinese)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lamp", "Müller, Café, Ærø", "€ 5 – “quoted”", "CafÃ©", "å…¬ 公", "Привет", "ä»"})
    void otherTextIsLeftAlone(String text) {
        assertThat(TwiceEncoded.is(text)).isFalse();
    }

    @Test
    void windowsSignsStandForTheirBytes() {
        assertThat(TwiceEncoded.is("å…¬")).isTrue();
    }

    @Test
    void aRowIsRefusedAtItsLineAndAHeaderWithItsFile() throws IOException {
        List<RawRow> rows = rows("id,body\nh1,路灯坏了\nh2," + latin("垃圾没人清") + "\n");
        assertThat(rows)
                .extracting(RawRow::line, RawRow::fault, RawRow::faultAt)
                .hasToString("[(2L, null, \"\"), (3L, \"import-twice-encoded\", \"body\")]");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rows(latin("编号,内容\nh1,路灯坏了\n")))
                .matches(refused -> refused.code().equals("import-twice-encoded"));
    }

    private static List<RawRow> rows(String csv) throws IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        List<RawRow> rows = new ArrayList<>();
        try (UnpackedFile file = UnpackedFile.of(new ByteArrayInputStream(bytes), bytes.length);
                RowSource source = file.rows(JsonMapper.shared())) {
            for (RawRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
