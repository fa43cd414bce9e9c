package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mulin.base.Refused;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Sheet;
import org.mulin.policy.SmallPack;

class UploadTest {
    private static final Map<String, PackTable<?>> TABLES = tables();
    private static final Map<PackTable<?>, String> TEXTS = texts();

    @ParameterizedTest
    @MethodSource("badUploads")
    void whatIsWrongIsNamedByRowAndColumn(BadUploads.Bad bad) throws IOException {
        assertThat(said(bad)).as(bad.what()).anyMatch(said -> matches(said, bad.expected()));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(badUploads()).hasSizeGreaterThanOrEqualTo(50);
    }

    static Stream<BadUploads.Bad> badUploads() {
        return BadUploads.all().stream();
    }

    /** What was taken out and not changed says the same, in both forms and for every table. */
    @ParameterizedTest
    @MethodSource("spreadsheets")
    void aTableComesBackAsItWasTakenOut(CsvTable<?> table) throws IOException {
        String text = String.valueOf(TEXTS.get(table));
        for (TableFiles.Kind kind : TableFiles.Kind.values()) {
            var out = new ByteArrayOutputStream();
            TableFiles.write(table, text, kind, Locale.ENGLISH, out);
            var problems = new PackProblems();
            Sheet sheet = Upload.read(table, new ByteArrayInputStream(out.toByteArray()), out.size(), problems);
            assertThat(problems.all()).isEmpty();
            assertThat(Difference.between(table, text, sheet.text()).changes()).isEmpty();
        }
    }

    static Stream<CsvTable<?>> spreadsheets() {
        return TABLES.values().stream()
                .filter(table -> table instanceof CsvTable<?>
                        && !TEXTS.getOrDefault(table, "").isEmpty())
                .map(table -> (CsvTable<?>) table);
    }

    @Test
    void noCellThatIsTakenOutRunsAsAFormula() throws IOException {
        CsvTable<?> table = sheet("return_reasons");
        String text = "code,text\nodd,=HYPERLINK(1)\nminus,-1+1\n";
        var csv = new ByteArrayOutputStream();
        TableFiles.write(table, text, TableFiles.Kind.CSV, Locale.ENGLISH, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK(1)", "'-1+1");
        Sheet sheet = Upload.read(table, new ByteArrayInputStream(csv.toByteArray()), csv.size(), new PackProblems());
        assertThat(sheet.text()).isEqualTo(text);
    }

    @Test
    void headersMayBeReorderedOrUseTheTitles() throws IOException {
        byte[] file = "名称, CODE ,,\n宠物,pets,,\n".getBytes(StandardCharsets.UTF_8);
        CsvTable<?> table = sheet("task_kinds");
        var problems = new PackProblems();
        Sheet sheet = Upload.read(table, new ByteArrayInputStream(file), file.length, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(sheet.lines().getFirst().cells()).containsExactly("name", "code");
        assertThat(table.parse(sheet, problems)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "limit,１２ｗｄ,12wd",
        "limit,3WD,3wd",
        "limit,三天,三天",
        "date,２０２６－０１－３１,2026-01-31",
        "date,2026/1/5,2026-01-05",
        "date,2026年1月5日,2026-01-05",
        "date,46053,2026-01-31",
        "date,46053.0,2026-01-31",
        "date,2026-01-31 00:00:00,2026-01-31",
        "date,2026-13-01,2026-13-01",
        "integer,３００,300",
        "integer,300.0,300",
        "integer,46053,46053",
        "yes,是,yes",
        "yes,FALSE,no",
        "yes,Ｙ,yes",
        "yes,1,yes",
        "integer,1,1",
        "list,a；b,a;b",
        "text,１２ｗｄ,１２ｗｄ",
        "text,46053,46053",
    })
    void whatASpreadsheetMadeOfACellIsUndoneWhereItsColumnLeavesNoDoubt(String column, String cell, String mended) {
        Column wanted = switch (column) {
            case "limit" -> Column.limit("c");
            case "date" -> Column.date("c");
            case "integer" -> Column.integer("c", 0, 1_000_000);
            case "yes" -> Column.yesNo("c");
            case "list" -> Column.list("c");
            default -> Column.text("c");
        };
        assertThat(Mending.mended(wanted, " " + cell)).isEqualTo(mended);
    }

    @Test
    void everyColumnHasATitleInBothLanguages() {
        for (PackTable<?> table : TABLES.values()) {
            assertThat(TableTexts.TEXTS.codes()).contains(table.name());
            if (table instanceof CsvTable<?> sheet) {
                sheet.columns()
                        .forEach(column ->
                                assertThat(TableTexts.TEXTS.codes()).contains(table.name() + "." + column.name()));
            }
        }
    }

    /** All that the keeper is told: {@code code line column}. */
    private static List<String> said(BadUploads.Bad bad) throws IOException {
        CsvTable<?> table = sheet(bad.table());
        var problems = new PackProblems();
        try {
            Sheet sheet = Upload.read(table, new ByteArrayInputStream(bad.file()), bad.file().length, problems);
            table.parse(sheet, problems);
            if (problems.count() == 0) {
                Map<PackTable<?>, String> texts = new LinkedHashMap<>(TEXTS);
                PackCheck.check(PackCheck.together(texts, Map.of(table, sheet), Map.of(), problems), problems);
            }
        } catch (Refused refused) {
            return List.of(refused.code());
        }
        List<String> said = new ArrayList<>();
        for (PackProblem problem : problems.mistakes()) {
            int line = problem.file().equals(table.file()) ? problem.line() : 0;
            said.add(problem.code() + " " + line + " " + (problem.column() == null ? "-" : problem.column()));
        }
        return said;
    }

    private static boolean matches(String said, String expected) {
        int space = expected.indexOf(' ');
        String place = space < 0 ? "" : expected.substring(space);
        String codes = space < 0 ? expected : expected.substring(0, space);
        return Stream.of(codes.split("\\|")).anyMatch(code -> said.equals(code) || said.equals(code + place));
    }

    private static CsvTable<?> sheet(String name) {
        return (CsvTable<?>) Objects.requireNonNull(TABLES.get(name));
    }

    private static Map<String, PackTable<?>> tables() {
        Map<String, PackTable<?>> byName = new LinkedHashMap<>();
        PackCheck.tables().forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    private static Map<PackTable<?>, String> texts() {
        Map<PackTable<?>, String> texts = new LinkedHashMap<>();
        for (PackTable<?> table : TABLES.values()) {
            Path file = SmallPack.folder().resolve(table.file());
            try {
                texts.put(table, Files.exists(file) ? Files.readString(file).replace("\uFEFF", "") : "");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return texts;
    }
}
