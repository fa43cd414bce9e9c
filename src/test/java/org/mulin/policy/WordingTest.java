package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases are found within a clause, whatever the width of letters, and not in what excepts them. */
class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "着火, , 楼上着火了, 着火",
        "着火, , '楼上着 火　了', 着火",
        "着火, , 没有别的, ",
        "着火;冒烟, , 冒烟了又着火，冒烟, 冒烟;着火",
        "煤气*漏, , 煤气好像在漏, 煤气好像在漏",
        "煤气*漏, , 煤气罐搬走了，水管在漏, ",
        "煤气*漏, , 煤气罐旁边的那一根水管在漏, ",
        "不少于#人, , 每社区不少于３００人, 不少于300人",
        "不少于#人, , 每社区不少于三百人, 不少于三百人",
        "着火, 怕~, 怕着火, ",
        "着火, 怕~, 怕着火，现在真的着火了, 着火",
        "着火;起火, 上次*~, 上次这里起火, ",
        "着火, 上次*~, 上次说过的那件事没人管又着火, 着火",
        "着火, ~*已*扑灭, 着火点现已扑灭, ",
        "APP, , 请下载ａｐｐ, app",
        "A.B, , AxB, "
    })
    void findsWhatCounts(String phrases, String exceptions, String text, String found) {
        assertThat(Wording.of(list(phrases), list(exceptions)).in(text)).isEqualTo(list(found));
    }

    private static List<String> list(String cell) {
        return cell == null ? List.of() : List.of(cell.split(";"));
    }
}
