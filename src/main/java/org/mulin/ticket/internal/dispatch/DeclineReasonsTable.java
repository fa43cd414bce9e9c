package org.mulin.ticket.internal.dispatch;

import java.util.List;
import java.util.stream.Stream;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.Wording;
import org.mulin.ticket.internal.TicketSettings;
import org.springframework.stereotype.Component;

/** decline_reasons.csv: what is not dispatched, and which way is open instead (《北京市接诉即办工作条例》 and the like). */
@Component
public final class DeclineReasonsTable extends CsvTable<List<CodedReason>> {
    public DeclineReasonsTable() {
        super(
                "decline_reasons",
                "不予受理情形",
                Column.code("code").asKey(),
                Column.text("text"),
                Column.text("way_open"),
                Column.list("words").asOptional(),
                Column.list("except").asOptional());
    }

    @Override
    protected List<CodedReason> read(List<Row> rows, PackProblems problems) {
        rows.forEach(row -> Wording.check(row, problems));
        return rows.stream()
                .map(row -> new CodedReason(row.text("code"), row.text("text"), row.text("way_open"), Wording.of(row)))
                .toList();
    }

    /** That the units that review what was declined are there. */
    @Override
    public void check(PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(SettingsTable.class)) {
            if (row.text("key").equals(TicketSettings.REVIEWERS.key())) {
                Stream.of(row.text("value").split(";"))
                        .forEach(unit -> DutyTable.checkUnit(row, "value", unit.strip(), pack, problems));
            }
        }
    }
}
