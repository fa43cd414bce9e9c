package org.mulin.ticket.internal.clock;

import java.util.Arrays;
import java.util.List;
import org.mulin.area.AreaLevel;
import org.mulin.organization.UnitReferences;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Policy;
import org.mulin.policy.Row;
import org.mulin.ticket.internal.dispatch.DutyTable;
import org.springframework.stereotype.Component;

/** escalations.csv: who supervises when a unit of one level is late or has not solved it, and within which time. */
@Component
public final class EscalationsTable extends CsvTable<List<EscalationRule>> {
    public EscalationsTable() {
        super(
                "escalations",
                "升级督办",
                Column.choice(
                                "level",
                                Arrays.stream(AreaLevel.values())
                                        .map(AreaLevel::word)
                                        .toArray(String[]::new))
                        .asKey(),
                Column.text("to"),
                Column.limit("limit"));
    }

    @Override
    public String shown(String column, String cell, Policy policy) {
        return switch (column) {
            case "to" -> UnitReferences.shown(cell, policy);
            case "level" -> DutyTable.levelName(cell);
            default -> cell;
        };
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected List<EscalationRule> read(List<Row> rows, PackProblems problems) {
        return rows.stream()
                .map(row -> new EscalationRule(AreaLevel.ofWord(row.text("level")), row.text("to"), row.limit("limit")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.rows(EscalationsTable.class)
                .forEach(row -> DutyTable.checkUnit(row, "to", row.text("to"), pack, problems));
    }
}
