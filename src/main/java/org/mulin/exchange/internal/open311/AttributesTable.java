package org.mulin.exchange.internal.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mulin.exchange.internal.ExchangeSettings;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** open311_attributes.csv: what public services ask beside words and place; by service, in the order of the file. */
@Component
public final class AttributesTable extends CsvTable<Map<String, List<ServiceAttribute>>> {
    private static final String SEPARATOR = "=";

    public AttributesTable() {
        super(
                "open311_attributes",
                "开放接口附加项",
                Column.code("service"),
                Column.code("code"),
                Column.yesNo("asked"),
                Column.choice("datatype", AttributeType.words()),
                Column.yesNo("required"),
                Column.text("description"),
                Column.text("datatype_description").asOptional(),
                Column.list("values").asOptional());
    }

    @Override
    public List<String> identity() {
        return List.of("service", "code");
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public List<Setting<?>> settings() {
        return ExchangeSettings.ALL;
    }

    @Override
    protected Map<String, List<ServiceAttribute>> read(List<Row> rows, PackProblems problems) {
        Map<String, Integer> lines = new HashMap<>();
        Map<String, List<ServiceAttribute>> attributes = new LinkedHashMap<>();
        for (Row row : rows) {
            String service = row.text("service");
            Integer earlier = lines.putIfAbsent(service + " " + row.text("code"), row.line());
            if (earlier != null) {
                problems.add(row, "code", "attribute-twice", row.text("code"), earlier);
            }
            attributes.computeIfAbsent(service, ignored -> new ArrayList<>()).add(attribute(row, problems));
        }
        return attributes;
    }

    private static ServiceAttribute attribute(Row row, PackProblems problems) {
        AttributeType type = AttributeType.ofWord(row.text("datatype"));
        if (type.isList() == row.list("values").isEmpty()) {
            problems.add(row, "values", "attribute-values", row.text("datatype"));
        }
        if (row.yes("required") && !row.yes("asked")) {
            problems.add(row, "required", "attribute-required-unasked", row.text("code"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String item : row.list("values")) {
            String[] parts = item.split(SEPARATOR, 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank() || values.containsKey(parts[0])) {
                problems.add(row, "values", "attribute-value", item);
            } else {
                values.put(parts[0], parts[1]);
            }
        }
        return new ServiceAttribute(
                row.text("code"),
                row.yes("asked"),
                type,
                row.yes("required"),
                row.text("description"),
                row.textOrNull("datatype_description"),
                values);
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(MattersTable.class).ifPresent(matters -> check(matters, pack, problems));
    }

    private static void check(Matters matters, PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(AttributesTable.class)) {
            boolean known =
                    matters.leaves().stream().anyMatch(leaf -> leaf.code().equals(row.text("service")) && leaf.open());
            if (!known) {
                problems.add(row, "service", "attribute-service", row.text("service"));
            }
        }
    }
}
