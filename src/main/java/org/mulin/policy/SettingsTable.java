package org.mulin.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mulin.policy.ColumnType.Fault;
import org.springframework.stereotype.Component;

/** settings.csv: single values, each declared and typed by the module that reads it. */
@Component
public final class SettingsTable extends CsvTable<Settings> {
    /** Whether a new version of any table needs the approval of a second person. */
    public static final Setting<Boolean> APPROVAL = Setting.yesNo("policy_approval", false);

    public SettingsTable() {
        super(
                "settings",
                "参数",
                Column.code("key").asKey(),
                Column.text("value"),
                Column.text("note").asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(APPROVAL);
    }

    @Override
    protected Settings read(List<Row> rows, PackProblems problems) {
        var values = new HashMap<String, String>();
        rows.forEach(row -> values.put(row.text("key"), row.text("value")));
        return new Settings(values);
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        Map<String, Setting<?>> declared = new HashMap<>();
        pack.settings().forEach(setting -> declared.put(setting.key(), setting));
        for (Row row : pack.rows(SettingsTable.class)) {
            Setting<?> setting = declared.get(row.text("key"));
            if (setting == null) {
                problems.add(row, "key", "setting-unknown", row.text("key"));
                continue;
            }
            Optional<Fault> fault = setting.fault(row.text("value"));
            fault.ifPresent(
                    f -> problems.add(row, "value", f.code(), f.arguments().toArray()));
        }
    }
}
