package org.mulin.ticket.internal.dispatch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mulin.area.AreaLevel;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.organization.UnitKindsTable;
import org.mulin.organization.UnitReferences;
import org.mulin.organization.UnitsTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Policy;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** duty.csv: the duty list. */
@Component
public final class DutyTable extends CsvTable<DutyList> {
    public DutyTable() {
        super(
                "duty",
                "权责清单",
                Column.code("matter"),
                Column.choice(
                        "level",
                        Arrays.stream(AreaLevel.values()).map(AreaLevel::word).toArray(String[]::new)),
                Column.text("lead"),
                Column.list("assists").asOptional(),
                Column.text("basis"),
                Column.limit("limit"),
                Column.text("self_help").asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return TicketSettings.ALL;
    }

    @Override
    public List<String> identity() {
        return List.of("matter", "level");
    }

    @Override
    public String label(Row row, Policy policy) {
        return policy.current(MattersTable.class)
                .content()
                .find(row.text("matter"))
                .map(Matter::name)
                .orElse("");
    }

    @Override
    public String shown(String column, String cell, Policy policy) {
        return switch (column) {
            case "lead", "assists" -> UnitReferences.shown(cell, policy);
            case "level" -> levelName(cell);
            default -> cell;
        };
    }

    /** @param level as the pack writes it */
    public static String levelName(String level) {
        return Texts.here(Said.of("area.level." + level));
    }

    @Override
    public void remark(PackContents pack, PackProblems remarks) {
        pack.find(MattersTable.class)
                .ifPresent(matters ->
                        DutyRemarks.find(pack.rows(DutyTable.class), matters, UnitReferences.names(pack), remarks));
    }

    @Override
    protected DutyList read(List<Row> rows, PackProblems problems) {
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : rows) {
            Integer earlier = lines.putIfAbsent(row.text("matter") + "@" + row.text("level"), row.line());
            if (earlier != null) {
                problems.add(row, "matter", "duty-twice", row.text("matter"), row.text("level"), earlier);
            }
            if (row.list("assists").contains(row.text("lead"))) {
                problems.add(row, "assists", "duty-assist-is-lead", row.text("lead"));
            }
        }
        return new DutyList(rows.stream().map(DutyTable::entry).toList());
    }

    private static DutyEntry entry(Row row) {
        return new DutyEntry(
                row.text("matter"),
                AreaLevel.ofWord(row.text("level")),
                row.text("lead"),
                row.list("assists"),
                row.text("basis"),
                row.limit("limit"),
                row.textOrNull("self_help"));
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(DutyTable.class)) {
            pack.find(MattersTable.class)
                    .filter(matters -> matters.find(row.text("matter")).isEmpty())
                    .ifPresent(_ -> problems.add(row, "matter", "duty-matter-unknown", row.text("matter")));
            checkUnit(row, "lead", row.text("lead"), pack, problems);
            row.list("assists").forEach(assist -> checkUnit(row, "assists", assist, pack, problems));
        }
    }

    /** That a cell names units that there are: a code, or {@code kind:} and a kind. */
    public static void checkUnit(Row row, String column, String reference, PackContents pack, PackProblems problems) {
        if (reference.startsWith(DutyEntry.KIND)) {
            checkKind(row, column, reference.substring(DutyEntry.KIND.length()), pack, problems);
        } else if (pack.find(UnitsTable.class).isPresent()
                && !isUnit(pack, unit -> unit.code().equals(reference))) {
            problems.add(row, column, "duty-unit-unknown", reference);
        }
    }

    private static void checkKind(Row row, String column, String kind, PackContents pack, PackProblems problems) {
        if (pack.find(UnitKindsTable.class)
                .filter(kinds -> !kinds.containsKey(kind))
                .isPresent()) {
            problems.add(row, column, "duty-kind-unknown", kind);
        } else if (pack.find(UnitsTable.class).isPresent()
                && !isUnit(pack, unit -> unit.kind().equals(kind))) {
            problems.add(row, column, "duty-kind-unserved", kind);
        }
    }

    private static boolean isUnit(PackContents pack, Predicate<UnitsTable.Entry> wanted) {
        return pack.find(UnitsTable.class).stream().flatMap(List::stream).anyMatch(wanted);
    }
}
