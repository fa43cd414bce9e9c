package org.mulin.policy.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Files that list keepers upload by mistake, or worse, and what they must be told: {@code code line column} of each
 * thing that is wrong, or the code alone when the file as a whole is refused.
 */
final class BadUploads {
    private static final String DUTY = "matter,level,lead,assists,basis,limit,self_help";
    private static final String LAMP = "fac-lamp,county,kind:urban_management,,《城市照明管理规定》,3wd,";
    private static final String UNITS = "code,name,kind,area,parent,phone";
    private static final String HOTLINE = "hotline,热线,city_hotline,360500000000,,12345";
    private static final List<String> HEAD = List.of(DUTY.split(","));
    private static final List<String> ROW =
            List.of("fac-lamp", "county", "kind:urban_management", "", "《城市照明管理规定》", "3wd", "");

    private BadUploads() {}

    record Bad(String what, String table, byte[] file, String expected) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Bad> all() {
        List<Bad> all = new ArrayList<>(wholeFiles());
        all.addAll(headers());
        all.addAll(cells());
        all.addAll(books());
        all.addAll(amongThemselves());
        all.addAll(againstOthers());
        return all;
    }

    private static List<Bad> wholeFiles() {
        return List.of(
                bad("nothing", new byte[0], "import-empty"),
                bad("blanks", utf8(" \n\n\t\n"), "import-empty"),
                bad(
                        "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0},
                        "policy-file-kind"),
                bad("a PDF", utf8("%PDF-1.7\n1 0 obj\n"), "policy-file-kind"),
                bad("a web page", utf8("<html><table></table></html>"), "policy-file-kind"),
                bad("JSON", utf8("{\"matter\":\"fac-lamp\"}\n"), "policy-file-kind"),
                bad(
                        "an old workbook",
                        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 1},
                        "import-old-excel"),
                bad("half a workbook", Arrays.copyOf(Books.book(List.of(HEAD, ROW)), 300), "import-file-broken"),
                bad(
                        "bytes of no encoding",
                        new byte[] {'m', ',', (byte) 0xff, (byte) 0xff, (byte) 0xfe, 'x'},
                        "policy-file-kind"),
                bad("a zip bomb", Books.bomb(), "import-packed-dense"),
                bad("a cell without end", csv(DUTY, "a,\"" + "很".repeat(1_100_000)), "import-record-endless"),
                bad("too many rows", csv(DUTY, (LAMP + "\n").repeat(50_001)), "policy-rows-max"),
                bad("300 columns", utf8(",".repeat(300) + "\n"), "import-columns"));
    }

    private static List<Bad> headers() {
        return List.of(
                bad(
                        "a column is missing",
                        csv("matter,level,lead,assists,basis,self_help", "fac-lamp,county,x,,y,"),
                        "column-missing 1 limit"),
                bad(
                        "an optional column is missing",
                        csv("matter,level,lead,assists,basis,limit", "fac-lamp,county,x,,y,3wd"),
                        "column-missing 1 self_help"),
                bad("a column too many", csv(DUTY + ",remark", LAMP + ",看这里"), "column-unknown 1 remark"),
                bad("a column twice", csv(DUTY + ",limit", LAMP + ",3wd"), "column-twice 1 limit"),
                bad("no header", csv(LAMP, LAMP), "column-missing 1 matter"),
                bad("a misspelt header", csv(DUTY.replace("lead", "led"), LAMP), "column-missing 1 lead"),
                bad("a column without a name", csv(DUTY + ",", LAMP + ",看这里"), "column-unknown 1 列8"));
    }

    private static List<Bad> cells() {
        return List.of(
                bad("fewer cells than columns", csv(DUTY, LAMP, "env-ads,county"), "cells-missing 3 lead"),
                bad("more cells than columns", csv(DUTY, "", LAMP + "x,y"), "cells-extra 3 -"),
                bad("an open quote", csv(DUTY, LAMP, "\"env-ads,county"), "import-csv-broken|cells-missing 3 level"),
                bad("an empty cell", csv(DUTY, LAMP, ",,,", LAMP.replace("3wd", "")), "cell-empty 4 limit"),
                bad("unknown units of time", csv(DUTY, LAMP.replace("3wd", "3个工作日")), "cell-not-limit 2 limit"),
                bad("a limit of nothing", csv(DUTY, LAMP.replace("3wd", "0wd")), "cell-not-limit 2 limit"),
                bad("a level that is none", csv(DUTY, LAMP.replace("county", "区县")), "cell-not-choice 2 level"),
                bad("a code with blanks", csv(DUTY, LAMP.replace("fac-lamp", "fac lamp")), "cell-not-code 2 matter"),
                bad("a huge cell", csv(DUTY, LAMP.replace("《城市照明管理规定》", "法".repeat(2_001))), "cell-too-long 2 basis"),
                bad(
                        "an assistant twice",
                        csv(DUTY, LAMP.replace(",,", ",street;street,")),
                        "list-item-twice 2 assists"),
                bad("an empty item", csv(DUTY, LAMP.replace(",,", ",street;;hotline,")), "list-item-empty 2 assists"),
                bad(
                        "the rows of another encoding",
                        "matter,level\n照明,区".getBytes(StandardCharsets.UTF_16LE),
                        "policy-file-kind|column-missing 1 lead"),
                bad(
                        "GBK is read, its mistakes are named",
                        (DUTY + "\n" + LAMP.replace("3wd", "三天")).getBytes(Charset.forName("GBK")),
                        "cell-not-limit 2 limit"),
                bad(
                        "UTF-8 that was read as Windows-1252 and saved again",
                        twice(csv(DUTY, LAMP)),
                        "cell-twice-encoded 2 basis"),
                bad(
                        "UTF-8 that was read as Latin-1, in a workbook",
                        Books.book(List.of(HEAD, ROW, with(4, latin("《物业管理条例》")))),
                        "cell-twice-encoded 3 basis"),
                bad("titles that were encoded twice", utf8(latin("事项,层级\n")), "import-twice-encoded"),
                new Bad(
                        "a day that is none",
                        "calendar",
                        csv("date,kind,name", "2026-02-30,off,春节"),
                        "cell-not-date 2 date"),
                new Bad(
                        "two numbers for a day",
                        "calendar",
                        csv("date,kind,name", "12,off,春节"),
                        "cell-not-date 2 date"));
    }

    private static List<Bad> books() {
        return List.of(
                bad("a formula", Books.book(List.of(HEAD, with(5, "=B2"))), "cell-formula 2 limit"),
                bad(
                        "a formula that calls out",
                        Books.book(List.of(HEAD, ROW, with(2, "=HYPERLINK(1)"))),
                        "cell-formula 3 lead"),
                bad("merged cells", Books.book(List.of(HEAD, ROW, with(0, "")), "A2:A3"), "cells-merged 2 matter"),
                bad(
                        "what merging emptied",
                        Books.book(List.of(HEAD, ROW, with(0, "")), "A2:A3"),
                        "cell-empty 3 matter"),
                bad("cells beyond the header", Books.book(List.of(HEAD, plus("旁注"))), "cells-extra 2 -"),
                bad("days from 1904", Books.macBook(List.of(HEAD, ROW)), "days-from-1904 0 -"),
                bad(
                        "a title above the header",
                        Books.book(List.of(List.of("权责清单"), HEAD, ROW)),
                        "column-missing 1 matter"),
                bad(
                        "a mistake under empty rows",
                        Books.book(List.of(HEAD, ROW, List.of(), List.of(), with(5, "#45"))),
                        "cell-not-limit 5 limit"),
                bad(
                        "a header in row 3",
                        Books.book(List.of(List.of(), List.of(), HEAD, with(1, "区"))),
                        "cell-not-choice 4 level"));
    }

    private static List<Bad> amongThemselves() {
        return List.of(
                bad("two leads for one matter and level", csv(DUTY, LAMP, LAMP), "duty-twice 3 matter"),
                bad(
                        "whoever leads also assists",
                        csv(DUTY, LAMP.replace(",,", ",kind:urban_management,")),
                        "duty-assist-is-lead 2 assists"),
                new Bad(
                        "overlapping dates",
                        "calendar",
                        csv("date,kind,name", "2026-10-01,off,国庆", "2026/10/1,work,调休"),
                        "key-twice 3 date"),
                new Bad("two units of one code", "units", csv(UNITS, HOTLINE, HOTLINE), "key-twice 3 code"),
                new Bad(
                        "units in a circle",
                        "units",
                        csv(UNITS, HOTLINE, "a,甲,government,360500000000,b,", "b,乙,government,360500000000,a,"),
                        "unit-parent-circle 3 parent"),
                new Bad(
                        "a unit under nobody",
                        "units",
                        csv(UNITS, HOTLINE, "a,甲,government,360500000000,c,"),
                        "unit-unknown 3 parent"));
    }

    private static List<Bad> againstOthers() {
        return List.of(
                bad(
                        "a matter that nobody knows",
                        csv(DUTY, LAMP.replace("fac-lamp", "fac-lamps")),
                        "duty-matter-unknown 2 matter"),
                bad(
                        "a unit that nobody knows",
                        csv(DUTY, LAMP.replace("kind:urban_management", "urban-9")),
                        "duty-unit-unknown 2 lead"),
                bad(
                        "a kind that nobody knows",
                        csv(DUTY, LAMP.replace("urban_management", "urban")),
                        "duty-kind-unknown 2 lead"),
                bad(
                        "a kind that nobody is",
                        csv(DUTY, LAMP.replace("urban_management", "fire_brigade")),
                        "duty-kind-unserved|duty-kind-unknown 2 lead"),
                new Bad(
                        "a unit that others need is gone",
                        "units",
                        csv(UNITS, HOTLINE),
                        "unit-unknown|post-unit-unknown 0 unit"));
    }

    private static byte[] twice(byte[] utf8) {
        return utf8(new String(utf8, Charset.forName("windows-1252")));
    }

    private static String latin(String text) {
        return new String(utf8(text), StandardCharsets.ISO_8859_1);
    }

    private static Bad bad(String what, byte[] file, String expected) {
        return new Bad(what, "duty", file, expected);
    }

    private static List<String> with(int column, String cell) {
        List<String> row = new ArrayList<>(ROW);
        row.set(column, cell);
        return row;
    }

    private static List<String> plus(String cell) {
        List<String> row = new ArrayList<>(ROW);
        row.add(cell);
        return row;
    }

    private static byte[] csv(String... lines) {
        return utf8(String.join("\n", lines) + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
