package org.mulin.ticket.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.Ids;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class ImportHttpTest extends MulinHttpTest {
    private static final Path MESSAGES = Path.of("../shared/data/appeals/f3_hot.train_dev.jsonl.gz");
    private static final Duration WAIT_MAX = Duration.ofMinutes(3);

    @Autowired
    private JdbcTemplate rows;

    @Test
    void aDirtyFileGoesInLineByLineAndItsRejectedRowsCanBeRepaired() {
        Browser operator = operator();
        String a = id();
        String b = id();
        String csv = "编号,标题,内容,时间,姓名,电话\r\n"
                + a + ",路灯坏了,巷口的路灯坏了三天,2019/2/28 11:25:05,余小满,12900004321\r\n"
                + b + ",=cmd|' /C calc'!A0,时间写错了,昨天,卓远,12900008765\r\n"
                + a + ",路灯坏了,同一条又来一遍,43856.8244,,\r\n"
                + id() + ",,　,2019-02-28,,\r\n"
                + id() + ",垃圾没人清,\"楼下垃圾堆\n三天没人清\",43856.8244,,\r\n";
        JsonNode uploaded = operator.upload("/api/imports", "file", "热线.csv", csv.getBytes(Charset.forName("GB18030")))
                .expect(201)
                .body();
        assertThat(uploaded.path("state").asString()).isEqualTo("UPLOADED");
        assertThat(uploaded.path("total").asLong()).isEqualTo(5);
        assertThat(uploaded.path("mapping").path("phone").asString()).isEqualTo("电话");
        assertThat(uploaded.path("preview").get(0).get(1).asString()).isEqualTo("路灯坏了");

        JsonNode done = run(operator, uploaded);
        assertThat(counts(done)).isEqualTo(List.of(5L, 2L, 1L, 2L));
        assertThat(done.path("dispatched").asLong() + done.path("triage").asLong())
                .isEqualTo(2);
        String address = "/api/imports/" + uploaded.path("id").asString();
        JsonNode rejections =
                operator.get(address + "/rejections").expect(200).body().path("items");
        assertThat(rejections).extracting(row -> row.path("line").asLong()).containsExactly(3L, 4L, 5L);
        assertThat(rejections)
                .extracting(row ->
                        row.path("field").asString() + " " + row.path("code").asString())
                .containsExactly("time import-time-invalid", "id import-repeated-otherwise", "body import-text-empty");
        assertThat(rejections.get(1).path("message").asString()).contains(a).contains("内容与之不同");
        assertThat(done.path("differing").asLong()).isEqualTo(1);
        assertThat(rejections.get(0).path("message").asString()).isEqualTo("“昨天”不是有效的时间。");

        String rejected = new String(operator.bytes(address + "/rejected.csv"), StandardCharsets.UTF_8);
        assertThat(rejected).contains("'=cmd|").contains("昨天");
        JsonNode repaired = run(operator, upload(operator, rejected.replace("昨天", "2019-03-01")));
        assertThat(counts(repaired)).isEqualTo(List.of(3L, 1L, 1L, 1L));
        assertThat(subject(b)).isEqualTo("=cmd|' /C calc'!A0");
        JsonNode again = run(operator, upload(operator, csv));
        assertThat(counts(again)).isEqualTo(List.of(5L, 0L, 3L, 2L));
        // the same file once more: only the line that was other than its first is other still
        assertThat(again.path("differing").asLong()).isEqualTo(1);
        assertThat(rows.queryForObject(
                        "select count(*) from ticket.import_chunk where import_id = ?",
                        Long.class,
                        UUID.fromString(uploaded.path("id").asString())))
                .isZero();
    }

    @Test
    void aBadPhoneLosesNoAppealAndAShortRowIsSentBack() {
        Browser operator = operator();
        JsonNode uploaded = upload(
                operator,
                "id,body,phone\n" + id() + ",路灯坏了,12345\n" + id() + ",垃圾没人清\n" + id() + ",井盖没了,12900007777\n");
        JsonNode done = run(operator, uploaded);
        assertThat(counts(done)).isEqualTo(List.of(3L, 2L, 0L, 1L));
        assertThat(done.path("remarked").asLong()).isEqualTo(1);
        String address = "/api/imports/" + uploaded.path("id").asString();
        assertThat(operator.get(address + "/rejections").expect(200).body().path("items"))
                .extracting(row -> row.path("line").asLong() + " "
                        + row.path("field").asString() + " " + row.path("code").asString())
                .containsExactly("2 phone import-phone-left-out", "3 phone import-cells-missing");
        assertThat(new String(operator.bytes(address + "/rejected.csv"), StandardCharsets.UTF_8))
                .contains("诉求已收下", "比表头少");
    }

    @Test
    void whoAFileNamesStandsInNoTableInClear() {
        Browser operator = operator();
        String phone = newPhone();
        String rejectedPhone = newPhone();
        String name = "余" + phone;
        String address = "无名巷9号";
        String csv = "id,body,time,name,phone,address\n"
                + id() + ",路灯坏了,2019-02-28," + name + "," + phone + "," + address + "\n"
                + id() + ",路灯坏了,昨天," + name + "," + rejectedPhone + "," + address + "\n";
        JsonNode uploaded = upload(operator, csv);
        assertThat(uploaded.path("preview").toString()).contains("路灯坏了", "余").doesNotContain(phone, rejectedPhone);
        assertThat(placesInClear(phone)).isEmpty();
        assertThat(counts(run(operator, uploaded))).isEqualTo(List.of(2L, 1L, 0L, 1L));
        assertThat(placesInClear(phone)).isEmpty();
        assertThat(placesInClear(rejectedPhone)).isEmpty();
    }

    /** Every table of every schema, each row as text; bytes are looked at as they are and as hexadecimals. */
    private List<String> placesInClear(String wanted) {
        List<String> tables = rows.queryForList(
                "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                        + " where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')",
                String.class);
        assertThat(tables).contains("base.once_only", "ticket.appeal", "job.rejected_row");
        String hex = HexFormat.of().formatHex(wanted.getBytes(StandardCharsets.UTF_8));
        return tables.stream()
                .filter(table -> Boolean.TRUE.equals(rows.queryForObject(
                        "select exists (select from " + table + " t where to_jsonb(t)::text like any (array[?, ?]))",
                        Boolean.class,
                        "%" + wanted + "%",
                        "%" + hex + "%")))
                .toList();
    }

    @Test
    void thePageShowsRejectedPeopleMaskedAndTheFileIsWrittenDown() {
        Browser operator = operator();
        JsonNode uploaded = upload(
                operator,
                "id,body,time,姓名,phone,address,备注\n" + id() + ",路灯坏了,昨天,余小满,12900007777,云栖里3栋201,微信同号12900006666\n");
        run(operator, uploaded);
        String address = "/api/imports/" + uploaded.path("id").asString();
        String content =
                operator.get(address + "/rejections").expect(200).body().toString();
        assertThat(content).contains("路灯坏了", "余**").doesNotContain("小满", "12900007777", "栖里", "12900006666");
        assertThat(new String(operator.bytes(address + "/rejected.csv"), StandardCharsets.UTF_8))
                .contains("余小满", "12900007777", "云栖里3栋201", "12900006666");
        assertThat(rows.queryForObject(
                        "select count(*) from audit.entry where subject_id = ? and action = 'import.export-rejected'",
                        Long.class,
                        uploaded.path("id").asString()))
                .isEqualTo(1);
    }

    @Test
    void onlyWhoMayImportSeesImports() {
        Browser resident = resident();
        resident.upload("/api/imports", "file", "a.csv", "id,body\n1,x\n".getBytes(StandardCharsets.UTF_8))
                .expect(403);
        resident.get("/api/imports").expect(403);
        JsonNode uploaded = upload(operator(), "id,body\n" + id() + ",路灯坏了\n");
        String address = "/api/imports/" + uploaded.path("id").asString();
        resident.get(address).expect(403);
        resident.get(address + "/rejected.csv").expect(403);
        resident.post(address + "/starts", "{\"mapping\":null}").expect(403);
        operator().get("/api/imports/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void aMappingNamesColumnsOfTheFileAndAtLeastTheText() {
        Browser operator = operator();
        JsonNode uploaded = upload(operator, "甲,乙\n" + id() + ",路灯坏了\n");
        String starts = "/api/imports/" + uploaded.path("id").asString() + "/starts";
        assertThat(operator.post(starts, "{\"mapping\":null}")
                        .expect(400)
                        .body()
                        .toString())
                .contains("import-text-unmapped");
        assertThat(operator.post(starts, "{\"mapping\":{\"body\":\"丙\"}}")
                        .expect(400)
                        .body()
                        .toString())
                .contains("mapping.body", "import-column-unknown");
        operator.post(starts, "{\"mapping\":{\"id\":\"甲\",\"body\":\"乙\"}}").expect(200);
        assertThat(operator.post(starts, "{\"mapping\":{\"body\":\"乙\"}}")
                        .expect(422)
                        .code())
                .isEqualTo("import-started");
        assertThat(counts(finished(operator, uploaded))).isEqualTo(List.of(1L, 1L, 0L, 0L));
    }

    @Test
    void whatCannotBeImportedIsRefusedBeforeAnythingIsKept() {
        Browser operator = operator();
        assertThat(operator.upload("/api/imports", "file", "a.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11})
                        .expect(422)
                        .code())
                .isEqualTo("import-old-excel");
        assertThat(operator.upload("/api/imports", "file", "a.csv.gz", "这不是压缩文件".getBytes(StandardCharsets.UTF_8))
                        .expect(422)
                        .code())
                .isEqualTo("import-not-gzip");
        for (String noExport : List.of("web", "grid", "open311", "x")) {
            byte[] file = "id,body\n1,x\n".getBytes(StandardCharsets.UTF_8);
            assertThat(operator.upload("/api/imports?channel=" + noExport, "file", "a.csv", file)
                            .expect(400)
                            .body()
                            .toString())
                    .contains("import-channel");
        }
    }

    @Test
    void threeThousandRealMessagesGoInFastAndOnlyOnce() throws IOException {
        assumeThat(MESSAGES)
                .as("the messages are not in %s beside the project", MESSAGES)
                .exists();
        Browser operator = operator();
        byte[] file = Files.readAllBytes(MESSAGES);
        long start_ns = System.nanoTime();
        JsonNode first = run(
                operator,
                operator.upload("/api/imports", "file", "f3.jsonl.gz", file)
                        .expect(201)
                        .body());
        double seconds = (System.nanoTime() - start_ns) / 1e9;
        System.out.printf("%d messages in %.1f s: %.0f per second%n", 3_000, seconds, 3_000 / seconds);
        assertThat(counts(first)).isEqualTo(List.of(3_000L, 3_000L, 0L, 0L));
        JsonNode again = run(
                operator,
                operator.upload("/api/imports", "file", "f3.jsonl.gz", file)
                        .expect(201)
                        .body());
        assertThat(counts(again)).isEqualTo(List.of(3_000L, 0L, 3_000L, 0L));
        rows.update("delete from ticket.import_file where file_name = 'f3.jsonl.gz'");
    }

    private Browser operator() {
        return staffOnPost("hotline-clerk");
    }

    private static JsonNode upload(Browser operator, String csv) {
        return operator.upload("/api/imports", "file", "a.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
    }

    private static JsonNode run(Browser operator, JsonNode uploaded) {
        operator.post("/api/imports/" + uploaded.path("id").asString() + "/starts", "{\"mapping\":null}")
                .expect(200);
        return finished(operator, uploaded);
    }

    private static JsonNode finished(Browser operator, JsonNode uploaded) {
        long end_ns = System.nanoTime() + WAIT_MAX.toNanos();
        while (System.nanoTime() < end_ns) {
            JsonNode view = operator.get("/api/imports/" + uploaded.path("id").asString())
                    .expect(200)
                    .body();
            if (!view.path("state").asString().equals("RUNNING")) {
                assertThat(view.path("state").asString()).as(view.toString()).isEqualTo("DONE");
                return view;
            }
            sleep();
        }
        throw new AssertionError("the import does not end");
    }

    private static List<Long> counts(JsonNode view) {
        return List.of("read", "imported", "repeated", "rejected").stream()
                .map(counter -> view.path(counter).asLong())
                .toList();
    }

    private String subject(String externalId) {
        return Objects.requireNonNull(rows.queryForObject(
                "select subject from ticket.appeal where external_id = ?", String.class, externalId));
    }

    private static String id() {
        return "test-" + Ids.next();
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
