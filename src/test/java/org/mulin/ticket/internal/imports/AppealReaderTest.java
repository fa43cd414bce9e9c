package org.mulin.ticket.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mulin.file.RawRow;
import org.mulin.job.RejectedRow;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.NewAppeal;

class AppealReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final List<String> COLUMNS = List.of("编号", "标题", "内容", "时间", "姓名", "电话", "地址");

    private final AppealReader reader =
            new AppealReader(COLUMNS, ImportMapping.recognised(COLUMNS), Channel.HOTLINE, ZoneId.of("Asia/Shanghai"));

    @Test
    void recognisesColumnsOfExports() {
        ImportMapping chinese = ImportMapping.recognised(COLUMNS);
        assertThat(chinese).isEqualTo(new ImportMapping("编号", "标题", "内容", "时间", null, "姓名", "电话", "地址", null));
        assertThat(ImportMapping.recognised(List.of("UID", "src_id", "user", "Subject", "time", "body")))
                .isEqualTo(new ImportMapping("UID", "Subject", "body", "time", "user", null, null, null, null));
        assertThat(ImportMapping.recognised(List.of("甲", "乙")))
                .isEqualTo(new ImportMapping(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void makesAnAppealOfARow() {
        NewAppeal appeal = appeal("h1", "路灯坏了", "三天了", "2019/2/28 11:25:05", "余小满", "12900000001", "石桥路8号");
        assertThat(appeal.externalId()).isEqualTo("h1");
        assertThat(appeal.subject()).isEqualTo("路灯坏了");
        assertThat(appeal.words()).isEqualTo("三天了");
        assertThat(appeal.submittedAt()).isEqualTo(Instant.parse("2019-02-28T03:25:05Z"));
        assertThat(appeal.contactName()).isEqualTo("余小满");
        assertThat(appeal.contactPhone()).isEqualTo("12900000001");
        assertThat(appeal.place().text()).isEqualTo("石桥路8号");
    }

    @Test
    void aRowWithoutIdIsKnownByItsContent() {
        String id = appeal("", "路灯坏了", "三天了", "2019/2/28", "", "", "").externalId();
        assertThat(appeal("", "路灯坏了", "三天了", "2019/2/28", "", "", "").externalId())
                .isEqualTo(id);
        assertThat(appeal("", "路灯坏了", "四天了", "2019/2/28", "", "", "").externalId())
                .isNotEqualTo(id);
    }

    @Test
    void anotherPlatformMaySetTheClock() {
        List<String> columns = List.of("id", "title", "time", "target");
        AppealReader clocked = new AppealReader(
                columns, ImportMapping.recognised(columns), Channel.HOTLINE, ZoneId.of("Asia/Shanghai"));
        assertThat(clocked.read(row("h1", "路灯坏了", "2019-02-28 11:00", "2019-03-01 11:00"), NOW)
                        .appeal())
                .extracting(NewAppeal::upstream)
                .isEqualTo(new NewAppeal.Upstream(Instant.parse("2019-03-01T03:00:00Z")));
        assertThat(clocked.read(row("h1", "路灯坏了", "2019-02-28 11:00", " "), NOW).appeal())
                .extracting(NewAppeal::upstream)
                .isEqualTo(new NewAppeal.Upstream(null));
        assertThat(clocked.read(row("h1", "路灯坏了", "2019-02-28 11:00", "2019-02-28 10:59"), NOW)
                        .rejected())
                .extracting(RejectedRow::field, RejectedRow::code)
                .containsExactly("target", "import-target-early");
        assertThat(clocked.read(row("h1", "路灯坏了", "2019-02-28 11:00", "下周"), NOW)
                        .rejected())
                .extracting(RejectedRow::field, RejectedRow::code)
                .containsExactly("target", "import-time-invalid");
        assertThat(appeal("h1", "路灯坏了", "", "", "", "", "").upstream()).isNull();
    }

    private static RawRow row(String... cells) {
        return new RawRow(2, List.of(cells), null);
    }

    @Test
    void aRowWithoutTimeCameInNow() {
        assertThat(appeal("h1", "路灯坏了", "", "", "", "", "").submittedAt()).isEqualTo(NOW);
    }

    @Test
    void saysWhichFieldIsWrongAndWhy() {
        rejected("body", "import-text-empty", "h1", " ", "　\n", "", "", "", "");
        rejected("body", "import-text-too-long", "h1", "", "长".repeat(20_001), "", "", "", "");
        rejected("id", "import-cell-too-long", "h".repeat(201), "路灯", "", "", "", "", "");
        rejected("time", "import-time-invalid", "h1", "路灯", "", "前天下午", "", "", "");
        rejected("time", "import-time-future", "h1", "路灯", "", "2026-11-24", "", "", "");
        rejected("time", "import-time-early", "h1", "路灯", "", "1900-01-01", "", "", "");
        rejected("name", "import-cell-too-long", "h1", "路灯", "", "", "姓".repeat(101), "", "");
        rejected("phone", "import-cell-too-long", "h1", "路灯", "", "", "", "1".repeat(101), "");
    }

    @Test
    void aPhoneThatIsNoneIsLeftOutAndRemarked() {
        for (String phone : List.of("12345", "129000", "129****0001", "无", "1290000000100")) {
            AppealReader.Read read = reader.read(new RawRow(7, List.of("h1", "路灯", "", "", "", phone, ""), null), NOW);
            assertThat(Objects.requireNonNull(read.appeal()).contactPhone())
                    .as(phone)
                    .isNull();
            RejectedRow remark = Objects.requireNonNull(read.remark());
            assertThat(List.of(remark.line(), remark.field(), remark.code()))
                    .isEqualTo(List.of(7L, "phone", "import-phone-left-out"));
            assertThat(remark.arguments()).isEmpty();
        }
        for (String phone : List.of(
                "12900000001", "+86 129-0000-0001", "0790-6000000", "(0790)6000000转8", "6000000", "4000000000")) {
            AppealReader.Read read = reader.read(new RawRow(7, List.of("h1", "路灯", "", "", "", phone, ""), null), NOW);
            assertThat(Objects.requireNonNull(read.appeal()).contactPhone())
                    .as(phone)
                    .isEqualTo(phone);
            assertThat(read.remark()).isNull();
        }
    }

    @Test
    void messagesOfTheLongestKindGoIn() {
        assertThat(appeal("h1", "题", "文".repeat(12_220), "", "", "", "").words())
                .hasSize(12_220);
    }

    private NewAppeal appeal(String... cells) {
        return Objects.requireNonNull(
                reader.read(new RawRow(7, List.of(cells), null), NOW).appeal());
    }

    private void rejected(String field, String code, String... cells) {
        RejectedRow row = Objects.requireNonNull(
                reader.read(new RawRow(7, List.of(cells), null), NOW).rejected());
        assertThat(List.of(row.line(), row.field(), row.code())).isEqualTo(List.of(7L, field, code));
        assertThat(row.cells()).containsExactly(cells);
    }
}
