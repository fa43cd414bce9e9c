package org.mulin.insight.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.mulin.ticket.RateKind;
import org.springframework.stereotype.Component;

/** rates.csv: how the three rates are counted, weighed and compared; a rate without a row has the ordinary rule. */
@Component
class RatesTable extends CsvTable<RateRules> {
    private static final int WEIGHT_MAX = 100;
    private static final int PRIOR_CASES_MAX = 1_000;

    RatesTable() {
        super(
                "rates",
                "三率评价规则",
                Column.choice("rate", RateKind.words()).asKey(),
                Column.decimal("weight", 0, WEIGHT_MAX),
                Column.integer("prior_cases", 0, PRIOR_CASES_MAX),
                Column.decimal("prior_share", 0, 1),
                Column.choice("neutral", NeutralScore.words()).asOptional(),
                Column.choice("unreachable", UnreachableResident.words()).asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return InsightSettings.ALL;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected RateRules read(List<Row> rows, PackProblems problems) {
        Map<RateKind, RateRule> rules = new EnumMap<>(RateKind.class);
        for (Row row : rows) {
            RateKind kind = RateKind.ofWord(row.text("rate"));
            if (kind != RateKind.SATISFACTION && !row.isEmpty("neutral")) {
                problems.add(row, "neutral", "rates-neutral-elsewhere");
            }
            if (kind == RateKind.RESPONSE && !row.isEmpty("unreachable")) {
                problems.add(row, "unreachable", "rates-unreachable-elsewhere");
            }
            rules.put(kind, rule(kind, row));
        }
        var all = new RateRules(Arrays.stream(RateKind.values())
                .map(kind -> rules.getOrDefault(kind, RateRule.ordinary(kind)))
                .toList());
        if (all.rules().stream().allMatch(rule -> rule.weight() == 0)) {
            problems.add(rows.getLast(), "weight", "rates-weightless");
        }
        return all;
    }

    private static RateRule rule(RateKind kind, Row row) {
        return new RateRule(
                kind,
                row.decimal("weight"),
                row.integer("prior_cases"),
                row.decimal("prior_share"),
                row.isEmpty("neutral") ? NeutralScore.NOT_SATISFIED : NeutralScore.ofWord(row.text("neutral")),
                row.isEmpty("unreachable")
                        ? UnreachableResident.LEFT_OUT
                        : UnreachableResident.ofWord(row.text("unreachable")));
    }
}
