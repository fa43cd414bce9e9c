package org.mulin.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an Excel workbook sheet by sheet and row by row (SpreadsheetML, ISO/IEC 29500); never more than a row in
 * memory. Every cell is text: nothing in it is run as a formula, and no code loses its leading zeros.
 */
public final class Workbook implements AutoCloseable {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String FOLDER = XlsxRows.FOLDER;
    private static final String BOOK = XlsxRows.BOOK;
    private static final int CELL_CHARS_MAX = 32_767;
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font><sz val=\"11\"/>"
            + "</font><font><b/><sz val=\"11\"/></font></fonts><fills count=\"3\"><fill><patternFill"
            + " patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill"
            + " patternType=\"solid\"><fgColor rgb=\"FFE4EDF3\"/></patternFill></fill></fills><borders count=\"1\">"
            + "<border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\""
            + " wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\""
            + " applyFont=\"1\" applyFill=\"1\"/></cellXfs></styleSheet>";

    private final ZipOutputStream zip;
    private final List<String> names = new ArrayList<>();
    private boolean open;
    private long line;

    public Workbook(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Begins a sheet; its first row stands out and stays in sight.
     *
     * @param widths of the columns, in characters
     */
    public void sheet(String name, List<Integer> widths) throws IOException {
        endSheet();
        names.add(name);
        begin(XlsxRows.SHEET + names.size() + ".xml");
        write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 0; i < widths.size(); i++) {
            write("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\" style=\"0\"/>"
                    .formatted(i + 1, widths.get(i)));
        }
        write("</cols><sheetData>");
        open = true;
        line = 0;
    }

    public void row(List<String> cells) throws IOException {
        line++;
        int style = line == 1 ? 1 : 0;
        StringBuilder row = new StringBuilder("<row r=\"" + line + "\">");
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.append("<c r=\"")
                        .append(column(i))
                        .append(line)
                        .append("\" s=\"")
                        .append(style);
                row.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                row.append(escaped(cells.get(i))).append("</t></is></c>");
            }
        }
        write(row.append("</row>").toString());
    }

    @Override
    public void close() throws IOException {
        endSheet();
        part("xl/styles.xml", STYLES);
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            sheets.append(
                    "<sheet name=\"%s\" sheetId=\"%2$d\" r:id=\"r%2$d\"/>".formatted(escaped(names.get(i - 1)), i));
            relations.append(relation("r" + i, "worksheet", XlsxRows.SHEET.substring(3) + i + ".xml"));
            types.append(type("/" + XlsxRows.SHEET + i + ".xml", "worksheet+xml"));
        }
        part(
                FOLDER + BOOK,
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets + "</sheets></"
                        + "workbook>");
        part(FOLDER + "_rels/" + BOOK + ".rels", relations(relations + relation("styles", "styles", "styles.xml")));
        part("_rels/.rels", relations(relation("book", "officeDocument", FOLDER + BOOK)));
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("/" + FOLDER + BOOK, "sheet.main+xml") + type("/xl/styles.xml", "styles+xml") + types
                        + "</Types>");
        zip.finish();
    }

    private void endSheet() throws IOException {
        if (open) {
            write("</sheetData></" + "worksheet>");
            zip.closeEntry();
            open = false;
        }
    }

    private void part(String name, String xml) throws IOException {
        begin(name);
        write(xml);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, OFFICE_TYPE, type);
    }

    private static String column(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : column(index / 26 - 1) + column(index % 26);
    }

    /** Without what XML 1.0 cannot hold, and no longer than Excel can show. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Cells.storable(text).codePoints().limit(CELL_CHARS_MAX).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\r' -> safe.append("&#13;");
                default -> {
                    boolean shown = c >= ' ' || c == '\t' || c == '\n';
                    if (shown && c != 0xfffe && c != 0xffff) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
