package org.mulin.organization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** posts.csv: the positions in each unit; whether a role exists is checked by the module that owns roles. */
@Component
public final class PostsTable extends CsvTable<List<PostsTable.Entry>> {
    /** A post as the pack lists it. */
    public record Entry(String code, String unitCode, String title, String role) {}

    public PostsTable() {
        super(
                "posts",
                "岗位",
                Column.code("code").asKey(),
                Column.code("unit"),
                Column.text("title"),
                Column.code("role"));
    }

    /** A post has a role, so that whoever changes posts gives rights. */
    @Override
    public String right() {
        return "account:manage";
    }

    @Override
    protected List<Entry> read(List<Row> rows, PackProblems problems) {
        return rows.stream()
                .map(row -> new Entry(row.text("code"), row.text("unit"), row.text("title"), row.text("role")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(UnitsTable.class)
                .ifPresent(units ->
                        check(units.stream().map(UnitsTable.Entry::code).collect(Collectors.toSet()), pack, problems));
    }

    private static void check(Set<String> units, PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(PostsTable.class)) {
            if (!units.contains(row.text("unit"))) {
                problems.add(row, "unit", "unit-unknown", row.text("unit"));
            }
        }
    }
}
