package org.mulin.ticket.internal.clerk;

import java.util.Arrays;
import java.util.List;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.ticket.internal.Blank;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** reply_templates.csv: words that clerks and handlers begin from, with blanks that the ticket fills. */
@Component
class ReplyTemplatesTable extends CsvTable<List<ReplyTemplate>> {
    ReplyTemplatesTable() {
        super(
                "reply_templates",
                "答复模板",
                Column.code("code").asKey(),
                Column.choice(
                        "use",
                        Arrays.stream(TemplateUse.values())
                                .map(TemplateUse::word)
                                .toArray(String[]::new)),
                Column.code("matter").asOptional(),
                Column.text("title"),
                Column.text("text"));
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected List<ReplyTemplate> read(List<Row> rows, PackProblems problems) {
        for (Row row : rows) {
            Blank.unknownIn(row.text("text"))
                    .ifPresent(braces -> problems.add(row, "text", "template-blank-unknown", braces, Blank.all()));
        }
        return rows.stream()
                .map(row -> new ReplyTemplate(
                        row.text("code"),
                        TemplateUse.ofWord(row.text("use")),
                        row.textOrNull("matter"),
                        row.text("title"),
                        row.text("text")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(MattersTable.class)
                .ifPresent(matters -> pack.rows(ReplyTemplatesTable.class).stream()
                        .filter(row -> !row.isEmpty("matter"))
                        .filter(row -> matters.find(row.text("matter")).isEmpty())
                        .forEach(row -> problems.add(row, "matter", "duty-matter-unknown", row.text("matter"))));
    }
}
