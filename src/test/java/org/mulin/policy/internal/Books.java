package org.mulin.policy.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks as people hand them over: a cell a text, with {@code =} in front a formula, {@code #} a number. */
final class Books {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String SHEET = String.join("/", "xl", "worksheets", "sheet1.xml");
    private static final String BOOK = String.join("/", "xl", "workbook.xml");
    private static final int MB = 1 << 20;

    private Books() {}

    static byte[] book(List<List<String>> rows, String... merged) {
        return zip(sheet(rows, merged), "");
    }

    /** Counts its days from 1904. */
    static byte[] macBook(List<List<String>> rows) {
        return zip(sheet(rows), "<workbook xmlns=\"" + MAIN + "\"><workbookPr date1904=\"1\"/></" + "workbook>");
    }

    /** A few kilobytes that unpack into 60 MB. */
    static byte[] bomb() {
        byte[] blank = new byte[60 * MB];
        Arrays.fill(blank, (byte) 'x');
        return zip("<worksheet><sheetData>" + new String(blank, StandardCharsets.ISO_8859_1), "");
    }

    private static String sheet(List<List<String>> rows, String... merged) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                xml.append(cell((char) ('A' + c) + "" + (r + 1), rows.get(r).get(c)));
            }
            xml.append("</row>");
        }
        xml.append("</sheetData><mergeCells>");
        for (String range : merged) {
            xml.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        return xml.append("</mergeCells></" + "worksheet>").toString();
    }

    private static String cell(String place, String text) {
        if (text.isEmpty()) {
            return "";
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case '=' -> "<c r=\"%s\" t=\"str\"><f>%s</f><v>3wd</v></c>".formatted(place, rest);
            case '#' -> "<c r=\"%s\"><v>%s</v></c>".formatted(place, rest);
            default -> "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
        };
    }

    private static byte[] zip(String sheet, String workbook) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (!workbook.isEmpty()) {
                zip.putNextEntry(new ZipEntry(BOOK));
                zip.write(workbook.getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
            zip.write(new byte[] {(byte) 0xd0, (byte) 0xcf, 1, 2});
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write(sheet.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
