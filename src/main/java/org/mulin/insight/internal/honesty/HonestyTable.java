package org.mulin.insight.internal.honesty;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.springframework.stereotype.Component;

/** honesty.csv: what makes a report that a ticket is done suspicious; a signal without a row counts as usual. */
@Component
class HonestyTable extends CsvTable<HonestyRules> {
    /** From this score on a report is put before the reviewers. */
    static final Setting<Integer> QUEUE_FROM = Setting.integer("honesty_queue_from", 30, 1, HonestyRules.SCORE_MAX);

    private static final double LIMIT_MAX = 10_000_000;

    HonestyTable() {
        super(
                "honesty",
                "办结疑点信号",
                Column.choice("signal", HonestySignal.words()).asKey(),
                Column.integer("weight", 0, HonestyRules.SCORE_MAX),
                Column.decimal("limit", 0, LIMIT_MAX).asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(QUEUE_FROM);
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected HonestyRules read(List<Row> rows, PackProblems problems) {
        Map<HonestySignal, HonestyRule> rules = new EnumMap<>(HonestySignal.class);
        for (Row row : rows) {
            HonestySignal signal = HonestySignal.ofWord(row.text("signal"));
            HonestyRule ordinary = signal.ordinary();
            boolean given = !row.isEmpty("limit");
            if (given && ordinary.limit() == null) {
                problems.add(row, "limit", "honesty-no-limit");
            }
            Double limit = given && ordinary.limit() != null ? Double.valueOf(row.decimal("limit")) : ordinary.limit();
            rules.put(signal, new HonestyRule(signal, row.integer("weight"), limit));
        }
        return new HonestyRules(Arrays.stream(HonestySignal.values())
                .map(signal -> rules.getOrDefault(signal, signal.ordinary()))
                .toList());
    }
}
