package org.mulin.ticket.internal.clock;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** deferrals.csv: who may be given more time, by whom, how often and how long; without a row nobody may. */
@Component
public final class DeferralsTable extends CsvTable<List<DeferralRule>> {
    /** Nobody asks more often about one matter. */
    private static final int TIMES_MAX = 20;

    public DeferralsTable() {
        super(
                "deferrals",
                "挂账与延期",
                Column.choice(
                        "kind",
                        Arrays.stream(DeferralKind.values())
                                .map(DeferralKind::word)
                                .toArray(String[]::new)),
                Column.choice(
                        "level",
                        Arrays.stream(AreaLevel.values()).map(AreaLevel::word).toArray(String[]::new)),
                Column.text("approver"),
                Column.integer("times_max", 1, TIMES_MAX),
                Column.limit("longest"));
    }

    @Override
    public String shown(String column, String cell, Policy policy) {
        return switch (column) {
            case "approver" -> UnitReferences.shown(cell, policy);
            case "level" -> DutyTable.levelName(cell);
            default -> cell;
        };
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public List<String> identity() {
        return List.of("kind", "level");
    }

    @Override
    protected List<DeferralRule> read(List<Row> rows, PackProblems problems) {
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : rows) {
            Integer earlier = lines.putIfAbsent(row.text("kind") + "@" + row.text("level"), row.line());
            if (earlier != null) {
                problems.add(row, "level", "clock-rule-twice", row.text("level"), earlier);
            }
        }
        return rows.stream()
                .map(row -> new DeferralRule(
                        DeferralKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                        AreaLevel.ofWord(row.text("level")),
                        row.text("approver"),
                        row.integer("times_max"),
                        row.limit("longest")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.rows(DeferralsTable.class)
                .forEach(row -> DutyTable.checkUnit(row, "approver", row.text("approver"), pack, problems));
    }
}
