package org.mulin.organization;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** unit_kinds.csv: the kinds of units this city has, code → name. */
@Component
public final class UnitKindsTable extends CsvTable<Map<String, String>> {
    public UnitKindsTable() {
        super(
                "unit_kinds",
                "单位类别",
                Column.code("code").asKey(),
                Column.text("name").asKey());
    }

    @Override
    protected Map<String, String> read(List<Row> rows, PackProblems problems) {
        return rows.stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.text("code"), row -> row.text("name"), (first, second) -> first));
    }
}
