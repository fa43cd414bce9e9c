package org.mulin.notice.internal.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.springframework.stereotype.Component;

/**
 * messages.csv: of which steps residents are told by phone, since each message costs the city money; a step that is not
 * listed is told, so that a city without the file tells everything.
 */
@Component
class MessagesTable extends CsvTable<Set<ProgressStep>> {
    /** Full hours of the day between which residents' phones are left alone; equal hours leave none out. */
    static final Setting<Integer> QUIET_FROM = Setting.integer("quiet_from_hour", 21, 0, 23);

    static final Setting<Integer> QUIET_TO = Setting.integer("quiet_to_hour", 8, 0, 23);

    MessagesTable() {
        super(
                "messages",
                "短信提醒",
                Column.choice(
                                "step",
                                Arrays.stream(ProgressStep.values())
                                        .map(ProgressStep::word)
                                        .toArray(String[]::new))
                        .asKey(),
                Column.text("name"),
                Column.yesNo("by_phone"));
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(QUIET_FROM, QUIET_TO);
    }

    @Override
    protected Set<ProgressStep> read(List<Row> rows, PackProblems problems) {
        Set<ProgressStep> told = EnumSet.allOf(ProgressStep.class);
        for (Row row : rows) {
            if (!row.yes("by_phone")) {
                told.remove(ProgressStep.valueOf(row.text("step").toUpperCase(Locale.ROOT)));
            }
        }
        return told;
    }
}
