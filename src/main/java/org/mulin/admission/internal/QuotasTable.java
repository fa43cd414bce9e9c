package org.mulin.admission.internal;

import java.util.List;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Wording;
import org.springframework.stereotype.Component;

/** quotas.csv: how quotas are worded that nobody may lay on communities. */
@Component
final class QuotasTable extends CsvTable<Quotas> {
    QuotasTable() {
        super(
                "quotas",
                "禁止的指标表述",
                Column.code("code").asKey(),
                Column.text("name"),
                Column.list("words"),
                Column.list("except").asOptional());
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected Quotas read(List<Row> rows, PackProblems problems) {
        rows.forEach(row -> Wording.check(row, problems));
        return new Quotas(rows.stream().map(Wording::of).toList());
    }
}
