package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mulin.area.AreasTable;
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
import org.mulin.policy.SettingsTable;
import org.springframework.stereotype.Component;

/** admission.csv: what may be asked of communities. A pack without it lets nothing be asked of them. */
@Component
final class AdmissionTable extends CsvTable<AdmissionList> {
    private static final int TIMES_MAX = 400;
    private static final int HOURS_MAX = 500;
    private static final int COST_MAX = 100_000_000;

    AdmissionTable() {
        super(
                "admission",
                "社区工作事项准入清单",
                Column.code("code"),
                Column.text("name"),
                Column.choice("kind", words(ItemKind.values())),
                Column.list("senders"),
                Column.list("areas").asOptional(),
                Column.text("basis"),
                Column.text("about"),
                Column.integer("times", 1, TIMES_MAX),
                Column.choice("per", words(Per.values())),
                Column.decimal("hours", 0.1, HOURS_MAX),
                Column.date("from"),
                Column.date("to").asOptional(),
                Column.text("support").asOptional(),
                Column.integer("cost_yuan", 0, COST_MAX).asOptional(),
                Column.list("overlaps").asOptional());
    }

    private static String[] words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    @Override
    public String shown(String column, String cell, Policy policy) {
        return column.equals("senders") ? UnitReferences.shown(cell, policy) : cell;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public List<Setting<?>> settings() {
        return AdmissionSettings.ALL;
    }

    @Override
    public List<String> identity() {
        return List.of("code", "from");
    }

    @Override
    public String label(Row row, Policy policy) {
        return row.text("name");
    }

    @Override
    protected AdmissionList read(List<Row> rows, PackProblems problems) {
        Set<String> codes = new HashSet<>();
        rows.forEach(row -> codes.add(row.text("code")));
        List<AdmissionItem> items = new ArrayList<>();
        for (Row row : rows) {
            AdmissionItem item = item(row);
            checkDates(row, item, rows, items, problems);
            row.list("overlaps").stream()
                    .filter(other -> !codes.contains(other) || other.equals(item.code()))
                    .forEach(other -> problems.add(row, "overlaps", "admission-overlap-unknown", other));
            items.add(item);
        }
        return new AdmissionList(items);
    }

    private static void checkDates(
            Row row, AdmissionItem item, List<Row> rows, List<AdmissionItem> before, PackProblems problems) {
        if (item.to() != null && item.to().isBefore(item.from())) {
            problems.add(row, "to", "admission-days", item.from(), item.to());
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).code().equals(item.code()) && before.get(i).overlapsInTime(item)) {
                problems.add(
                        row, "from", "admission-twice", item.code(), rows.get(i).line());
            }
        }
    }

    private static AdmissionItem item(Row row) {
        return new AdmissionItem(
                row.text("code"),
                row.text("name"),
                ItemKind.ofWord(row.text("kind")),
                row.list("senders"),
                row.list("areas"),
                row.text("basis"),
                row.text("about"),
                row.integer("times"),
                Per.ofWord(row.text("per")),
                new BigDecimal(row.text("hours")),
                row.date("from"),
                row.dateOrNull("to"),
                row.text("support"),
                row.integerOrNull("cost_yuan"),
                row.list("overlaps"));
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(AdmissionTable.class)) {
            pack.find(QuotasTable.class)
                    .filter(quotas -> quotas.isIn(row.text("name"), row.text("about")))
                    .ifPresent(_ -> problems.add(row, "about", "admission-quota", row.text("name")));
            row.list("senders").forEach(sender -> checkSender(row, sender, pack, problems));
            pack.find(AreasTable.class)
                    .ifPresent(areas -> row.list("areas").stream()
                            .filter(code ->
                                    areas.stream().noneMatch(area -> area.code().equals(code)))
                            .forEach(code -> problems.add(row, "areas", "area-unknown", code)));
        }
    }

    /** Two apps for the same, neither of which says so, deserve a look before the list is put in force. */
    @Override
    public void remark(PackContents pack, PackProblems remarks) {
        int alike = pack.find(SettingsTable.class)
                .map(settings -> settings.get(AdmissionSettings.ALIKE_PERCENT))
                .orElse(AdmissionSettings.ALIKE_PERCENT.fallback());
        doubles(pack.rows(AdmissionTable.class), alike, remarks);
    }

    static void doubles(List<Row> rows, int alike, PackProblems remarks) {
        List<Row> apps = rows.stream()
                .filter(row -> row.text("kind").equals(ItemKind.PLATFORM.word()))
                .toList();
        for (int i = 0; i < apps.size(); i++) {
            for (Row before : apps.subList(0, i)) {
                if (isDouble(apps.get(i), before, alike)) {
                    remarks.warn(apps.get(i), "overlaps", "admission-app-double", before.text("name"), before.line());
                }
            }
        }
    }

    private static boolean isDouble(Row one, Row other, int alike) {
        boolean apart = !one.isEmpty("areas")
                && !other.isEmpty("areas")
                && Collections.disjoint(one.list("areas"), other.list("areas"));
        return !apart
                && !one.text("code").equals(other.text("code"))
                && !one.list("overlaps").contains(other.text("code"))
                && !other.list("overlaps").contains(one.text("code"))
                && Alike.percent(
                                one.text("name") + " " + one.text("about"),
                                other.text("name") + " " + other.text("about"))
                        >= alike;
    }

    private static void checkSender(Row row, String sender, PackContents pack, PackProblems problems) {
        if (sender.startsWith(AdmissionItem.KIND)) {
            String kind = sender.substring(AdmissionItem.KIND.length());
            pack.find(UnitKindsTable.class)
                    .filter(kinds -> !kinds.containsKey(kind))
                    .ifPresent(_ -> problems.add(row, "senders", "unit-kind-unknown", kind));
        } else {
            pack.find(UnitsTable.class)
                    .filter(units ->
                            units.stream().noneMatch(unit -> unit.code().equals(sender)))
                    .ifPresent(_ -> problems.add(row, "senders", "unit-unknown", sender));
        }
    }
}
