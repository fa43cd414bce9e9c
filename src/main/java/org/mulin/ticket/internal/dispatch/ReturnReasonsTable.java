package org.mulin.ticket.internal.dispatch;

import java.util.List;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Wording;
import org.springframework.stereotype.Component;

/** return_reasons.csv: why a unit may return a ticket. */
@Component
public final class ReturnReasonsTable extends CsvTable<List<CodedReason>> {
    public ReturnReasonsTable() {
        super("return_reasons", "退单理由", Column.code("code").asKey(), Column.text("text"));
    }

    @Override
    protected List<CodedReason> read(List<Row> rows, PackProblems problems) {
        return rows.stream()
                .map(row -> new CodedReason(row.text("code"), row.text("text"), null, Wording.NONE))
                .toList();
    }
}
