package org.mulin.ticket.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that nobody should take, by their names. */
final class BadFiles {
    private static final int MB = 1024 * 1024;
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private BadFiles() {}

    static byte[] content(String name) {
        try {
            return switch (name) {
                case "text.png" -> bytes("not a picture");
                case "script.svg" -> bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
                case "page.html" -> bytes("<html><script>alert(1)</script></html>");
                case "moving.gif" -> picture("gif", 8, 8);
                case "cut.png" -> Arrays.copyOf(picture("png", 200, 200), 60);
                case "vast.png" -> vast();
                case "large.png" -> Arrays.copyOf(picture("png", 8, 8), 11 * MB);
                case "program.jpg", "program.csv" -> bytes("MZ\u0000\u0001\u0002\u0000\u0000");
                case "columns.csv" -> bytes("甲,乙\n1,2\n");
                case "broken.csv.gz" -> bytes("this is no gzip");
                case "broken.jsonl" -> bytes("{\"id\":\n");
                case "bomb.csv.gz" -> gzip(bytes("id,body\n"), 60);
                case "bomb.xlsx" -> workbook(60);
                case "cut.xlsx" -> Arrays.copyOf(workbook(1), 300);
                default -> new byte[0];
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, picture);
        return picture.toByteArray();
    }

    /** A small file that says it is 60,000 letters wide and high. */
    private static byte[] vast() throws IOException {
        byte[] png = picture("png", 8, 8);
        for (int at : new int[] {18, 22}) {
            png[at] = (byte) 0xEA;
            png[at + 1] = (byte) 0x60;
        }
        var check = new java.util.zip.CRC32();
        check.update(png, 12, 17);
        for (int at = 0; at < 4; at++) {
            png[29 + at] = (byte) (check.getValue() >>> (24 - 8 * at));
        }
        return png;
    }

    private static byte[] gzip(byte[] head, int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(head);
            fill(gzip, megabytes);
        }
        return packed.toByteArray();
    }

    private static byte[] workbook(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(String.join("/", "xl", "worksheets", "sheet1.xml")));
            zip.write(bytes(SHEET));
            fill(zip, megabytes);
            zip.closeEntry();
        }
        return packed.toByteArray();
    }

    private static void fill(OutputStream out, int megabytes) throws IOException {
        byte[] blank = new byte[MB];
        Arrays.fill(blank, (byte) 'x');
        for (int i = 0; i < megabytes; i++) {
            out.write(blank);
        }
    }
}
