package org.mulin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.mulin.base.Refused;
import tools.jackson.databind.json.JsonMapper;

class RowSourceTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CSV = "编号,标题,内容\r\nh1,路灯坏了,\"巷口的灯,坏了\n三天\"\r\n\r\nh2,垃圾没人清,\"他说\"\"快了\"\"\"\r\n";

    private record Opened(List<String> columns, List<RawRow> rows) {}

    @Test
    void csvInEveryEncodingPlainAndPacked() throws IOException {
        for (byte[] bytes : List.of(
                CSV.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_8),
                CSV.getBytes(GB18030),
                CSV.getBytes(StandardCharsets.UTF_16),
                ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE),
                gzip(("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE)),
                gzip(CSV.getBytes(GB18030)))) {
            Opened opened = open(bytes);
            assertThat(opened.columns).containsExactly("编号", "标题", "内容");
            assertThat(opened.rows)
                    .containsExactly(
                            new RawRow(2, List.of("h1", "路灯坏了", "巷口的灯,坏了\n三天"), null),
                            new RawRow(5, List.of("h2", "垃圾没人清", "他说\"快了\""), null));
        }
    }

    @Test
    void csvWithTabsOrSemicolonsAndMissingCells() throws IOException {
        assertThat(open("id\tbody\nh1\t路灯坏了\nh2\n".getBytes(StandardCharsets.UTF_8)).rows)
                .containsExactly(
                        new RawRow(2, List.of("h1", "路灯坏了"), null),
                        new RawRow(3, List.of("h2", ""), "import-cells-missing", "body"));
        assertThat(open("id,body,time,name\nh1,\"路灯坏了,,\nh2,\"垃圾没人清,\n".getBytes(StandardCharsets.UTF_8)).rows)
                .first()
                .extracting(RawRow::line, RawRow::fault)
                .containsExactly(2L, "import-quote-open");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> open("id,body\nh1,灯\nh2,\"垃圾\nh3,井盖\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("import-csv-broken"))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(3L));
        assertThat(open("id,body,\nh1,路灯坏了\nh2,路灯,坏了,\nh3,路灯,,坏了\n".getBytes(StandardCharsets.UTF_8)).rows)
                .containsExactly(
                        new RawRow(2, List.of("h1", "路灯坏了", ""), null),
                        new RawRow(3, List.of("h2", "路灯", "坏了"), null),
                        new RawRow(4, List.of("h3", "路灯", ""), "import-cells-extra"));
        assertThat(open("id;body\nh1;坏了\n".getBytes(StandardCharsets.UTF_8)).columns)
                .containsExactly("id", "body");
    }

    @Test
    void jsonLinesNameTheBrokenOnes() throws IOException {
        Opened opened = open(
                "{\"uid\":\"h1\",\"body\":\"路灯\\u0000坏了\",\"up\":3}\n\n{broken\n[1]\n{\"uid\":\"h2\",\"extra\":null}\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(opened.columns).containsExactly("uid", "body", "up", "extra");
        assertThat(opened.rows)
                .containsExactly(
                        new RawRow(1, List.of("h1", "路灯坏了", "3", ""), null),
                        new RawRow(3, List.of("{broken", "", "", ""), "import-line-not-json"),
                        new RawRow(4, List.of("[1]", "", "", ""), "import-line-not-json"),
                        new RawRow(5, List.of("h2", "", "", ""), null));
    }

    @Test
    void excelWithSharedInlineAndNumberCells() throws IOException {
        Opened opened =
                open(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1.2900000001E10</v></c><c r=\"C3\"><v>43856.8244</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>行内</t></is></c>"
                        + "<c r=\"C4\" t=\"str\"><f>A1</f><v>算得</v></c></row>"));
        assertThat(opened.columns).containsExactly("电话", "列2", "时间");
        assertThat(opened.rows)
                .containsExactly(
                        new RawRow(3, List.of("12900000001", "", "43856.8244"), null),
                        new RawRow(4, List.of("行内", "", "算得"), null));
    }

    @Test
    void whatUnpacksIntoTooMuchIsRefused() throws IOException {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) ' ');
        zeros[0] = 'i';
        refused("import-packed-dense", gzip(zeros));
        refused("import-packed-dense", workbook("<row>" + " ".repeat(40 << 20) + "</row>"));
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        refused("import-empty", new byte[0]);
        refused("import-empty", " \n\n".getBytes(StandardCharsets.UTF_8));
        refused("import-file-broken", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        refused("import-file-broken", "PK\3\4 no zip".getBytes(StandardCharsets.ISO_8859_1));
        refused("import-old-excel", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
        byte[] packed = gzip(CSV.getBytes(StandardCharsets.UTF_8));
        refused("import-file-broken", Arrays.copyOf(packed, packed.length - 9));
        refused("import-record-endless", ("id,body\n1,\"" + "很".repeat(1_200_000)).getBytes(StandardCharsets.UTF_8));
        refused("import-columns", ",".repeat(300).getBytes(StandardCharsets.UTF_8));
        refused("import-file-broken", workbook("<row><c><v>1</v>"));
    }

    @Test
    void filesOfOtherKindsAreRefusedAsSuch() throws IOException {
        refused("import-file-kind", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
        refused("import-file-kind", gzip(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}));
        refused("import-file-kind", "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.UTF_8));
        refused("import-file-kind", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8));
        refused("import-file-kind", new byte[] {'i', 'd', '\n', (byte) 0xff, (byte) 0xff, (byte) 0xfe});
        var zip = new ByteArrayOutputStream();
        try (var document = new ZipOutputStream(zip)) {
            document.putNextEntry(new ZipEntry("word/document.xml"));
        }
        refused("import-file-kind", zip.toByteArray());
    }

    @Test
    void externalEntitiesOfAWorkbookAreNotFollowed() throws IOException {
        refused(
                "import-file-broken",
                workbook(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "<row><c t=\"str\"><v>&x;</v></c></row>"));
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeText() {
        assertThat(List.of("=1+1", "+8612", "-2", "@a", "\tx", "路灯"))
                .extracting(Cells::neutralised)
                .containsExactly("'=1+1", "'+8612", "'-2", "'@a", "'\tx", "路灯");
    }

    /** What the file of rejected rows holds is harmless in a spreadsheet and comes back unchanged. */
    @Property(seed = "20261123")
    void neutralisedCellsComeBack(@ForAll String cell) throws IOException {
        String storable = Cells.storable(cell);
        String neutral = Cells.neutralised(storable);
        assertThat(neutral.isEmpty() || "=+-@\t\r".indexOf(neutral.charAt(0)) < 0)
                .isTrue();
        boolean alreadyNeutral = storable.length() > 1 && storable.charAt(0) == '\'';
        if (!alreadyNeutral) {
            assertThat(Cells.restored(neutral)).isEqualTo(storable);
        }
        assertThat(storable).doesNotContain("\0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(storable)).isTrue();
    }

    @Property(tries = 200, seed = "20261123")
    void everyCsvThatWasWrittenIsReadBack(@ForAll List<List<String>> written) throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c\n");
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : written) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String cell = i < row.size() ? Cells.storable(row.get(i)) : "";
                cells.add(cell.length() > 1 && cell.charAt(0) == '\'' ? "x" : cell);
            }
            csv.append(CSVFormat.DEFAULT.format(cells.toArray())).append('\n');
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                expected.add(cells);
            }
        }
        assertThat(open(csv.toString().getBytes(StandardCharsets.UTF_8)).rows)
                .extracting(RawRow::cells)
                .isEqualTo(expected);
    }

    private static void refused(String code, byte[] bytes) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> open(bytes))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Opened open(byte[] bytes) throws IOException {
        try (UnpackedFile file = UnpackedFile.of(new ByteArrayInputStream(bytes), bytes.length);
                RowSource source = file.rows(new JsonMapper())) {
            List<RawRow> rows = new ArrayList<>();
            for (RawRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
            return new Opened(source.columns(), rows);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String element(String name, String content) {
        return "<%1$s xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">%2$s</%1$s>"
                .formatted(name, content);
    }

    private static byte[] workbook(String rows) throws IOException {
        return workbook("", rows);
    }

    static byte[] workbook(String doctype, String rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(XlsxRows.SHEET + "1.xml"));
            zip.write(("<?xml version=\"1.0\"?>" + doctype + element("worksheet", element("sheetData", rows)))
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>电话</t></si>"
                            + "<si><r><t>时</t></r><r><t>间</t></r><rPh><t>shijian</t></rPh></si></sst>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
