package org.mulin.ticket.internal.dispatch;

import java.util.List;
import java.util.regex.Pattern;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Wording;
import org.springframework.stereotype.Component;

/** emergencies.csv: words that tell of danger to life, whom to call then and what to do. */
@Component
public final class EmergenciesTable extends CsvTable<List<EmergencyLine>> {
    private static final Pattern LINE = Pattern.compile("[0-9][0-9-]{2,14}");

    public EmergenciesTable() {
        super(
                "emergencies",
                "紧急求助",
                Column.code("code").asKey(),
                Column.matching("line", LINE, "cell-not-line"),
                Column.text("name"),
                Column.text("name_en"),
                Column.text("say"),
                Column.text("say_en"),
                Column.list("words"),
                Column.list("except").asOptional());
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected List<EmergencyLine> read(List<Row> rows, PackProblems problems) {
        rows.forEach(row -> Wording.check(row, problems));
        return rows.stream()
                .map(row -> new EmergencyLine(
                        row.text("code"),
                        row.text("line"),
                        row.text("name"),
                        row.text("name_en"),
                        row.text("say"),
                        row.text("say_en"),
                        Wording.of(row)))
                .toList();
    }
}
