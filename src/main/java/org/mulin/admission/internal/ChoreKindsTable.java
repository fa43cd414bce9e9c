package org.mulin.admission.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** chore_kinds.csv: kinds of work outside a community's duty, code → name, in the order of the file. */
@Component
final class ChoreKindsTable extends CsvTable<Map<String, String>> {
    ChoreKindsTable() {
        super(
                "chore_kinds",
                "非职责事务类别",
                Column.code("code").asKey(),
                Column.text("name").asKey());
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected Map<String, String> read(List<Row> rows, PackProblems problems) {
        Map<String, String> kinds = new LinkedHashMap<>();
        rows.forEach(row -> kinds.putIfAbsent(row.text("code"), row.text("name")));
        return kinds;
    }
}
