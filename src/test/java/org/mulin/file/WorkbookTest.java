package org.mulin.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What people wrote is text in a spreadsheet, whatever it begins with and however long it is. */
class WorkbookTest {
    private static final int EXCEL_CHARS_MAX = 32_767;

    @Test
    void everyCellIsTextAndStaysAsItWas() throws IOException {
        List<String> cells = List.of("=1+1", "+1", "-1", "@A1", "007", "路灯 🌞", "a\tb\nc", "<b>&\"'", "1=1", "末");
        assertThat(written(cells)).isEqualTo(cells);
    }

    @Test
    void numbersAreNumbersAndSharesAreShownAsPercentages() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out)) {
            book.sheet("三率", List.of(10));
            book.row(List.of("件数", "比率", "权重", "无"));
            book.row(List.of(61, new Workbook.Share(0.8634), 30.0, ""));
        }
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Cell> row = new ArrayList<>();
            read.getSheetAt(0).getRow(1).forEach(row::add);
            assertThat(row).extracting(Cell::getCellType).containsOnly(CellType.NUMERIC);
            assertThat(row).extracting(Cell::getNumericCellValue).containsExactly(61.0, 0.8634, 30.0);
            assertThat(row)
                    .extracting(cell -> new DataFormatter().formatCellValue(cell))
                    .containsExactly("61", "86.3%", "30");
        }
    }

    @Test
    void whatASpreadsheetCannotHoldIsLeftOut() throws IOException {
        String long16 = "🌞".repeat(EXCEL_CHARS_MAX);
        // not one letter again and again: readers take what shrinks too well for an attack
        String long8 = IntStream.rangeClosed(0, EXCEL_CHARS_MAX)
                .mapToObj(i -> Character.toString(0x4e00 + i * 7919 % 20_000))
                .collect(Collectors.joining());
        List<String> read = written(List.of("a\u0001b\ufffec", "x\ud800y", long16, long8, "末"));
        assertThat(read.get(0)).isEqualTo("abc");
        assertThat(read.get(1)).isEqualTo("x\ufffdy");
        assertThat(read.get(2)).hasSize(EXCEL_CHARS_MAX - 1).isEqualTo("🌞".repeat(EXCEL_CHARS_MAX / 2));
        assertThat(read.get(3)).isEqualTo(long8.substring(0, EXCEL_CHARS_MAX));
        assertThat(read.get(4)).isEqualTo("末");
    }

    @Test
    void sheetsFollowEachOtherAndKeepTheirHeadsInSight() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out)) {
            book.sheet("清单/一", List.of(10));
            book.row(List.of("名称"));
            book.row(List.of("", "第二格"));
            book.sheet("说明", List.of(10, 20), 1, 2);
            book.row(List.of("只此一行"));
        }
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(read.getSheetAt(0).getSheetName()).isEqualTo("清单 一");
            assertThat(read.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("第二格");
            assertThat(read.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(read.getSheetAt(1).getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
            assertThat(read.getSheetAt(1).getLastRowNum()).isZero();
        }
    }

    /** Once as a heading and once below it. */
    private static List<String> written(List<String> cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out)) {
            book.sheet("清单", List.of(10));
            book.row(cells);
            book.row(cells);
        }
        List<String> head = new ArrayList<>();
        List<String> body = new ArrayList<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheetAt(0).getRow(0).forEach(cell -> head.add(text(cell)));
            book.getSheetAt(0).getRow(1).forEach(cell -> body.add(text(cell)));
        }
        assertThat(head).isEqualTo(body);
        return body;
    }

    private static String text(Cell cell) {
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        return cell.getStringCellValue();
    }
}
