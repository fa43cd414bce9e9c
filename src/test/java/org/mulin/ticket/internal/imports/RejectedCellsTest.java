package org.mulin.ticket.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.file.RowFormat;
import org.mulin.ticket.Channel;

class RejectedCellsTest {
    private static final String ID = "1796057959-2";
    private static final String PHONE = "12900000001";

    @Test
    void showsTheIdAsItIs() {
        StoredImport file = file("编号", "内容");
        assertThat(RejectedCells.masked(List.of(ID, "请回电 " + PHONE), "", file))
                .satisfies(cells -> assertThat(cells.getFirst()).isEqualTo(ID))
                .satisfies(cells -> assertThat(cells.getLast()).doesNotContain(PHONE));
        assertThat(RejectedCells.masked(List.of(ID, ""), "import-text-missing", file))
                .first()
                .isEqualTo(ID);
    }

    @Test
    void masksTheSameDigitsInAnyOtherColumn() {
        assertThat(RejectedCells.masked(List.of("1", ID), "", file("编号", "内容")))
                .last()
                .isNotEqualTo(ID);
    }

    @Test
    void masksTheIdWhereCellsMayStandUnderAnyColumn() {
        assertThat(RejectedCells.masked(List.of(PHONE), "import-cells-missing", file("编号", "内容")))
                .first()
                .isNotEqualTo(PHONE);
    }

    @Test
    void masksTheIdThatIsAPersonsColumn() {
        var mapping = new ImportMapping("电话", null, "内容", null, null, null, "电话", null, null);
        StoredImport file = file(List.of("电话", "内容"), mapping);
        assertThat(RejectedCells.masked(List.of(PHONE, "路灯不亮"), "", file))
                .first()
                .isNotEqualTo(PHONE);
    }

    private static StoredImport file(String... columns) {
        return file(List.of(columns), ImportMapping.recognised(List.of(columns)));
    }

    private static StoredImport file(List<String> columns, ImportMapping mapping) {
        return new StoredImport(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "hotline.csv",
                Channel.values()[0],
                RowFormat.values()[0],
                StandardCharsets.UTF_8,
                columns,
                List.of(),
                mapping,
                0,
                null,
                Instant.EPOCH);
    }
}
