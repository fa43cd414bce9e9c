package org.mulin.ticket.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people wrote is text in a spreadsheet, whatever it begins with. */
class ExportSheetTest {
    @Test
    void noCellBeginsAsAFormulaDoes() {
        List<String> cells = List.of("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "路灯", "1=1", "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportSheet sheet = new ExportSheet(out, "清单", List.of(10), 1)) {
            cells.forEach(cell -> sheet.write(List.of(List.of(cell, "末"))));
        }
        List<Map<Integer, String>> read = FastExcel.read(new ByteArrayInputStream(out.toByteArray()))
                .headRowNumber(0)
                .autoTrim(false)
                .sheet()
                .doReadSync();
        assertThat(read)
                .hasSize(cells.size())
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("末"));
        List<String> starts = read.stream()
                .map(row -> row.get(0))
                .map(cell -> cell == null ? "" : cell)
                .toList();
        assertThat(starts.subList(0, 6)).allSatisfy(cell -> assertThat(cell).startsWith("'"));
        assertThat(starts.subList(6, 9)).containsExactly("路灯", "1=1", "");
    }
}
