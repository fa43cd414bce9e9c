package org.mulin.ticket.internal.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreasTable;
import org.mulin.organization.UnitReferences;
import org.mulin.organization.UnitsTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Policy;
import org.mulin.policy.Row;
import org.mulin.ticket.internal.dispatch.DutyEntry;
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
        for (Row row : pack.rows(EscalationsTable.class)) {
            DutyTable.checkUnit(row, "to", row.text("to"), pack, problems);
            AreaLevel from = AreaLevel.ofWord(row.text("level"));
            Set<AreaLevel> to = levels(row.text("to"), pack);
            if (!to.isEmpty() && to.stream().noneMatch(level -> isAbove(level, from))) {
                problems.add(row, "to", "escalation-not-above", row.text("to"), row.text("level"));
            }
        }
    }

    /** Nobody stands above the city: there another unit of the city supervises. */
    private static boolean isAbove(AreaLevel level, AreaLevel from) {
        return level.compareTo(from) < 0 || level == AreaLevel.CITY;
    }

    /** On which levels the units work that are meant; none while units or areas have mistakes of their own. */
    private static Set<AreaLevel> levels(String reference, PackContents pack) {
        Map<String, AreaLevel> areas = pack.find(AreasTable.class).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Area::code, Area::level, (one, same) -> one));
        return pack.find(UnitsTable.class).stream()
                .flatMap(List::stream)
                .filter(unit -> reference.equals(unit.code()) || reference.equals(DutyEntry.KIND + unit.kind()))
                .flatMap(unit -> Optional.ofNullable(areas.get(unit.areaCode())).stream())
                .collect(Collectors.toSet());
    }
}
