package org.mulin.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel workbook sheet by sheet and row by row; few rows are in memory, and what there is goes out when it is
 * closed. Words are text: nothing in them is run as a formula, and no code loses its leading zeros. Numbers are
 * numbers, so that a reader can sum and sort them.
 */
public final class Workbook implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int CHAR = 256;
    private static final byte[] HEAD_RGB = {(byte) 0xE4, (byte) 0xED, (byte) 0xF3};
    /** The built-in format of text. */
    private static final String TEXT = "@";

    private static final String PERCENT = "0.0%";

    private final OutputStream out;
    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle head;
    private final CellStyle body;
    private final CellStyle number;
    private final CellStyle percent;
    private @Nullable SXSSFSheet sheet;
    private int heads;
    private int line;

    public Workbook(OutputStream out) {
        this.out = out;
        book.setCompressTempFiles(true);
        short text = book.createDataFormat().getFormat(TEXT);
        body = book.createCellStyle();
        body.setDataFormat(text);
        body.setVerticalAlignment(VerticalAlignment.TOP);
        body.setWrapText(true);
        number = book.createCellStyle();
        number.setVerticalAlignment(VerticalAlignment.TOP);
        percent = book.createCellStyle();
        percent.setDataFormat(book.createDataFormat().getFormat(PERCENT));
        percent.setVerticalAlignment(VerticalAlignment.TOP);
        head = book.createCellStyle();
        head.setDataFormat(text);
        head.setFillForegroundColor(new XSSFColor(HEAD_RGB, null));
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
    }

    /** A part of 1 that is shown as a percentage. */
    public record Share(double value) {}

    /** Begins a sheet whose first row stands out and stays in sight. */
    public void sheet(String name, List<Integer> widths_chars) {
        sheet(name, widths_chars, 0, 1);
    }

    /** Begins a sheet whose first columns and rows stay in sight; the rows stand out. */
    public void sheet(String name, List<Integer> widths_chars, int columnsKept, int rowsKept) {
        SXSSFSheet made = book.createSheet(WorkbookUtil.createSafeSheetName(name));
        for (int i = 0; i < widths_chars.size(); i++) {
            made.setColumnWidth(i, widths_chars.get(i) * CHAR);
            made.setDefaultColumnStyle(i, body);
        }
        made.createFreezePane(columnsKept, rowsKept);
        sheet = made;
        heads = rowsKept;
        line = 0;
    }

    /** @param cells words, numbers or {@link Share}s; "" leaves a cell empty */
    public void row(List<?> cells) {
        if (sheet == null) {
            throw new IllegalStateException("a row needs a sheet");
        }
        CellStyle style = line < heads ? head : body;
        Row row = sheet.createRow(line++);
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Number one -> put(row, i, number).setCellValue(one.doubleValue());
                case Share share -> put(row, i, percent).setCellValue(share.value);
                case String words -> {
                    String text = shown(words);
                    if (!text.isEmpty()) {
                        put(row, i, style).setCellValue(text);
                    }
                }
                default -> throw new IllegalArgumentException("neither words nor a number");
            }
        }
    }

    private static Cell put(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    @Override
    public void close() throws IOException {
        try (book) {
            book.write(out);
        }
    }

    /** Without what XML 1.0 cannot hold, and no longer than Excel can show. */
    private static String shown(String cell) {
        StringBuilder shown = new StringBuilder(cell.length());
        Cells.storable(cell)
                .codePoints()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
                .filter(c -> c != 0xfffe && c != 0xffff)
                .takeWhile(
                        c -> shown.length() + Character.charCount(c) <= SpreadsheetVersion.EXCEL2007.getMaxTextLength())
                .forEachOrdered(shown::appendCodePoint);
        return shown.toString();
    }
}
