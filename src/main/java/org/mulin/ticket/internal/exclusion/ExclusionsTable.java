package org.mulin.ticket.internal.exclusion;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.Limit;
import org.mulin.policy.LimitUnit;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.ticket.RateKind;
import org.springframework.stereotype.Component;

/** exclusions.csv: for which reasons the rates may leave a ticket out; without a row nothing is left out. */
@Component
public final class ExclusionsTable extends CsvTable<List<ExclusionRule>> {
    private static final String RATES = "rates";
    private static final String WITHIN = "within_days";

    public ExclusionsTable() {
        super(
                "exclusions",
                "剔除理由",
                Column.code("code").asKey(),
                Column.text("name"),
                Column.text("basis"),
                Column.list(RATES),
                Column.limit(WITHIN));
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected List<ExclusionRule> read(List<Row> rows, PackProblems problems) {
        return rows.stream()
                .map(row -> new ExclusionRule(
                        row.text("code"),
                        row.text("name"),
                        row.text("basis"),
                        rates(row, problems),
                        within(row, problems)))
                .toList();
    }

    private static Set<RateKind> rates(Row row, PackProblems problems) {
        List<String> known = Arrays.asList(RateKind.words());
        Set<RateKind> rates = EnumSet.noneOf(RateKind.class);
        for (String word : row.list(RATES)) {
            if (known.contains(word)) {
                rates.add(RateKind.ofWord(word));
            } else {
                problems.add(row, RATES, "exclusions-rate", word, String.join(" / ", known));
            }
        }
        return rates;
    }

    /** Hours would end before anybody has seen the verdict. */
    private static Limit within(Row row, PackProblems problems) {
        Limit within = row.limit(WITHIN);
        if (within.unit() != LimitUnit.NATURAL_DAY && within.unit() != LimitUnit.WORKING_DAY) {
            problems.add(row, WITHIN, "exclusions-days", within);
        }
        return within;
    }
}
