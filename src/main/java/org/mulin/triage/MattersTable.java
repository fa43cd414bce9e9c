package org.mulin.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.springframework.stereotype.Component;

/** matters.csv: the catalogue, two levels, each leaf with the phrases that the classifier starts from. */
@Component
public final class MattersTable extends CsvTable<Matters> {
    private static final int PHRASES_MIN = 3;
    private static final int LEAVES_MIN = 2;

    public MattersTable() {
        super(
                "matters",
                "事项目录",
                Column.code("code").asKey(),
                Column.text("name"),
                Column.code("parent").asOptional(),
                Column.choice("urgency", "normal", "urgent", "emergency"),
                Column.yesNo("public"),
                Column.choice("proof", "photo", "words").asOptional(),
                Column.yesNo("settle").asOptional(),
                Column.list("phrases").asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return TriageSettings.ALL;
    }

    @Override
    protected Matters read(List<Row> rows, PackProblems problems) {
        List<Matter> all = new ArrayList<>();
        for (Row row : rows) {
            all.add(new Matter(
                    row.text("code"),
                    row.text("name"),
                    row.textOrNull("parent"),
                    Urgency.valueOf(row.text("urgency").toUpperCase(Locale.ROOT)),
                    row.yes("public"),
                    row.isEmpty("proof")
                            ? null
                            : Proof.valueOf(row.text("proof").toUpperCase(Locale.ROOT)),
                    row.isEmpty("settle") ? null : Boolean.valueOf(row.yes("settle")),
                    row.list("phrases")));
        }
        Matters matters = new Matters(all);
        checkParents(rows, matters, problems);
        checkPhrases(rows, matters, problems);
        if (matters.leaves().size() < LEAVES_MIN) {
            problems.add(file(), 1, null, "matters-few", LEAVES_MIN);
        }
        return matters;
    }

    private static void checkParents(List<Row> rows, Matters matters, PackProblems problems) {
        for (Row row : rows) {
            String parent = row.textOrNull("parent");
            if (parent == null) {
                continue;
            }
            Matter found = matters.find(parent).orElse(null);
            if (found == null) {
                problems.add(row, "parent", "matter-unknown", parent);
            } else if (found.parent() != null) {
                problems.add(row, "parent", "matter-parent-is-leaf", parent);
            }
        }
    }

    private static void checkPhrases(List<Row> rows, Matters matters, PackProblems problems) {
        List<Matter> leaves = matters.leaves();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : rows) {
            boolean leaf = leaves.stream().anyMatch(matter -> matter.code().equals(row.text("code")));
            List<String> phrases = row.list("phrases");
            if (leaf && phrases.size() < PHRASES_MIN) {
                problems.add(row, "phrases", "matter-phrases-few", phrases.size(), PHRASES_MIN);
            }
            for (String phrase : phrases) {
                Integer earlier = lines.putIfAbsent(phrase, row.line());
                if (earlier != null) {
                    problems.add(row, "phrases", "matter-phrase-shared", phrase, earlier);
                }
            }
        }
    }
}
