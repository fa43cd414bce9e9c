package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each line of pack-mistakes.csv spoils one thing in a sound pack and says which file, line, column and code must then
 * be named. The line is that of the edit unless the table says otherwise.
 */
class PackCheckTest {
    private static final Path SOUND = SmallPack.folder();
    private static final List<PackTable<?>> TABLES = PackCheck.tables();

    @TempDir
    Path pack;

    @BeforeEach
    void copySoundPack() throws IOException {
        try (Stream<Path> files = Files.list(SOUND)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, pack.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"packs/xinyu", "src/test/packs/a-shi"})
    void theProductsPacksAreSound(String folder) {
        assertThat(PackCheck.run(Path.of(folder), TABLES)).allMatch(PackProblem::warning);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsNamedWhereItStands(Mistake mistake) throws IOException {
        mistake.commitIn(pack);

        List<PackProblem> problems = PackCheck.run(pack, TABLES);

        assertThat(problems)
                .as(problems.toString())
                .anySatisfy(problem -> assertThat(
                                new Place(problem.file(), problem.line(), problem.column(), problem.code()))
                        .isEqualTo(mistake.expected(SOUND)));
        assertThatThrownBy(() -> PackCheck.read(pack, TABLES)).isInstanceOf(PackBroken.class);
    }

    @Test
    void everyKindOfMistakeIsTried() throws IOException {
        Set<String> tried = mistakes().map(Mistake::code).collect(Collectors.toSet());
        tried.add("pack-missing");
        // told of uploads only (UploadTest), or as remarks on a draft (DutyRemarksTest)
        tried.addAll(List.of("cells-missing", "cells-extra", "cells-merged", "cell-formula", "days-from-1904"));
        tried.add("city-code-fixed");
        tried.addAll(List.of("duty-no-lead", "duty-loop", "duty-same-lead", "duty-basis-no-article"));
        tried.add("admission-app-double");
        tried.addAll(List.of("alias-short", "grid-households", "community-households"));
        try (InputStream stream = resource("/pack-problems.csv")) {
            assertThat(rows(stream).map(row -> row.get("code"))).containsExactlyInAnyOrderElementsOf(tried);
        }
    }

    @Test
    void everyKindOfMistakeHasAChineseAndAnEnglishText() throws IOException {
        try (InputStream stream = resource("/pack-problems.csv")) {
            assertThat(rows(stream)).allSatisfy(row -> {
                assertThat(row.get("zh")).as(row.get("code")).containsPattern("\\p{IsHan}");
                assertThat(row.get("en"))
                        .as(row.get("code"))
                        .doesNotContainPattern("\\p{IsHan}")
                        .isNotBlank();
            });
        }
    }

    @Test
    void aPackThatIsNotThereIsNamed() {
        List<PackProblem> problems = PackCheck.run(pack.resolve("nowhere"), TABLES);

        assertThat(problems).extracting(PackProblem::code).containsExactly("pack-missing");
    }

    @Test
    void oneTablesMistakesHideNoMistakeBetweenOthers() throws IOException {
        spoil("places.csv", "114.926231", "东经114度");
        spoil("places.csv", "湖畔人家,compound,360502001001002", "湖畔人家,compound,360502001001009");
        spoil("duty.csv", "env-ads,county", "env-adds,county");
        spoil("duty.csv", ",1wd,大件垃圾", ",一天,大件垃圾");
        spoil("posts.csv", "street-clerk,street", "street-clerk,strasse");
        spoil("settings.csv", "reopen_days", "reopen_weeks");
        spoil("return_reasons.csv", "code,text", "code,txet");

        assertThat(PackCheck.run(pack, TABLES))
                .extracting(PackProblem::code)
                .containsExactlyInAnyOrder(
                        "cell-not-decimal",
                        "area-unknown",
                        "duty-matter-unknown",
                        "cell-not-limit",
                        "unit-unknown",
                        "setting-unknown",
                        "column-unknown",
                        "column-missing");
    }

    @Test
    void aTableWithMistakesIsNotHeldAgainstOthers() throws IOException {
        spoil("units.csv", "睦和物业服务有限公司", "");

        assertThat(PackCheck.run(pack, TABLES)).extracting(PackProblem::code).containsExactly("cell-empty");
    }

    @Test
    void aShortAliasIsAWarningAndKeepsNoPackFromStarting() throws IOException {
        spoil("places.csv", "惠民小区", "惠民");
        spoil("areas.csv", "渝水区,county,360500000000,", "渝水区,county,360500000000,渝水;Y1");

        assertThat(PackCheck.run(pack, TABLES)).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("alias-short");
            assertThat(problem.warning()).isTrue();
            assertThat(problem.shown(Locale.SIMPLIFIED_CHINESE)).contains(" [aliases] 提醒：");
        });
        assertThat(PackCheck.read(pack, TABLES)).isNotNull();
    }

    @Test
    void tooManyOrTooFewHouseholdsAreWarnings() throws IOException {
        spoil("areas.csv", ",412,2024-01-01", ",512,2024-01-01");
        spoil("areas.csv", ",388,2024-01-01", ",288,2024-01-01");
        spoil("compounds.csv", ",191,", ",91,");
        spoil("areas.csv", ",1224,2016-07-31", ",3001,2016-07-31");

        assertThat(PackCheck.run(pack, TABLES))
                .allMatch(PackProblem::warning)
                .extracting(PackProblem::code)
                .containsExactly("community-households", "grid-households", "grid-households");
    }

    private void spoil(String file, String from, String to) throws IOException {
        String text = Files.readString(pack.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(pack.resolve(file), text.replace(from, to));
    }

    @Test
    void aMistakeIsShownInBothLanguages() throws IOException {
        Files.writeString(pack.resolve("settings.csv"), "key,value\nreopen_days,0\n");

        PackProblem problem = PackCheck.run(pack, TABLES).getFirst();

        assertThat(problem.shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("settings.csv:2 [value] “0”超出范围，应在 1 至 365 之间");
        assertThat(problem.shown(Locale.ENGLISH))
                .isEqualTo("settings.csv:2 [value] 0 is out of range; it must be from 1 to 365");
    }

    @Test
    void spreadsheetHabitsAreNoMistakes() throws IOException {
        Path units = pack.resolve("units.csv");
        Files.writeString(units, "\uFEFF" + Files.readString(units).replace("\n", "\r\n") + ",,,,,\r\n\r\n");

        assertThat(PackCheck.run(pack, TABLES)).isEmpty();
    }

    /** Where a problem is said to be. */
    record Place(String file, int line, @Nullable String column, String code) {}

    record Mistake(String code, String edited, String from, String to, String reported, String line, String column) {
        void commitIn(Path folder) throws IOException {
            Path file = folder.resolve(edited);
            switch (to) {
                case "(gone)" -> Files.delete(file);
                case "(GBK)" -> Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));
                default -> Files.writeString(file, from.equals("(all)") ? to : edited(Files.readString(file)));
            }
        }

        private String edited(String text) {
            int at = at(text);
            String longText = to.replace("(2001)", "字".repeat(2001));
            return text.substring(0, at) + longText + text.substring(at + length(text, at));
        }

        /** (line X) means the whole line that begins with X. */
        private int at(String text) {
            String wanted = from.startsWith("(line ") ? "\n" + from.substring(6, from.length() - 1) + "," : from;
            int at = text.indexOf(wanted);
            assertThat(at).as("%s is not in %s", from, edited).isNotNegative();
            return wanted.equals(from) ? at : at + 1;
        }

        private int length(String text, int at) {
            return from.startsWith("(line ") ? text.indexOf('\n', at) - at : from.length();
        }

        Place expected(Path sound) throws IOException {
            int wanted;
            if (line.isEmpty() || line.startsWith("+")) {
                String text = Files.readString(sound.resolve(edited));
                long before = text.substring(0, at(text))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                wanted = (int) before + 1 + (line.isEmpty() ? 0 : Integer.parseInt(line));
            } else {
                wanted = Integer.parseInt(line);
            }
            return new Place(reported.isEmpty() ? edited : reported, wanted, column.isEmpty() ? null : column, code);
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        try (InputStream stream = resource("/pack-mistakes.csv")) {
            return rows(stream)
                    .map(row -> new Mistake(
                            row.get("code"),
                            row.get("edited"),
                            row.get("from"),
                            row.get("to"),
                            row.get("reported"),
                            row.get("line"),
                            row.get("column")));
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = PackCheckTest.class.getResourceAsStream(name);
        assertThat(stream).as(name).isNotNull();
        return stream;
    }

    private static Stream<CSVRecord> rows(InputStream stream) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8)).getRecords().stream();
    }
}
