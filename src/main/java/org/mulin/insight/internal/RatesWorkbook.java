package org.mulin.insight.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.file.Workbook;
import org.mulin.insight.internal.RatesViews.RateView;
import org.mulin.insight.internal.RatesViews.Rates;
import org.mulin.insight.internal.RatesViews.RatesLine;
import org.mulin.insight.internal.RatesViews.RuleView;
import org.mulin.policy.Policy;
import org.mulin.ticket.RateKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rates as a workbook: what was compared, and by which rules. */
@Component
class RatesWorkbook {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int NAME_chars = 28;
    private static final int CELL_chars = 13;
    private static final int WORDS_chars = 60;

    private final Policy policy;
    private final Audit audit;

    RatesWorkbook(Policy policy, Audit audit) {
        this.policy = policy;
        this.audit = audit;
    }

    /** Who took which figures away. */
    @Transactional
    public void note(Actor actor, Rates rates) {
        audit.record(
                actor,
                Audit.Act.of("rates.export", "area", rates.area().code())
                        .with("by=" + rates.by() + " from=" + rates.from() + " to=" + rates.to() + " lines="
                                + rates.items().size()));
    }

    static String fileName(Rates rates) {
        return "%s-%s-%s-%s.xlsx".formatted(say("title"), rates.area().name(), rates.from(), rates.to());
    }

    void write(Actor actor, Rates rates, OutputStream out) throws IOException {
        ZoneId zone = policy.city().zone();
        try (var book = new Workbook(out)) {
            List<Integer> widths = new ArrayList<>(List.of(CELL_chars, CELL_chars, NAME_chars));
            heads().stream().skip(widths.size()).forEach(_ -> widths.add(CELL_chars));
            book.sheet(say("title"), widths);
            book.row(heads());
            book.row(line(rates.whole()));
            for (RatesLine line : rates.items()) {
                book.row(line(line));
            }
            book.sheet(say("rules"), List.of(CELL_chars, CELL_chars, CELL_chars, CELL_chars, WORDS_chars));
            book.row(List.of(say("rate"), say("weight"), say("prior-cases"), say("prior-share"), say("definition")));
            for (RuleView rule : rates.rules().rules()) {
                book.row(List.of(
                        rule.name(), rule.weight(), rule.priorCases(), share(rule.priorShare()), rule.definition()));
            }
            book.row(List.of(say("area"), rates.area().name()));
            book.row(List.of(say("period"), rates.from() + " – " + rates.to()));
            book.row(List.of(say("made"), MINUTE.format(rates.asOf().atZone(zone)), actor.name()));
            book.row(List.of(say("how"), "", "", "", say("how-is")));
        }
    }

    private static List<String> heads() {
        List<String> heads = new ArrayList<>(
                List.of(say("rank"), say("rank-range"), say("name"), say("group"), say("score"), say("registered")));
        for (RateKind kind : RateKind.values()) {
            String name = Texts.here(Said.of("insight." + kind.word()));
            heads.addAll(List.of(
                    name,
                    say("k"),
                    say("n"),
                    say("excluded"),
                    say("left-out"),
                    say("unreachable"),
                    say("own-reports"),
                    say("interval"),
                    say("shrunk")));
        }
        return heads;
    }

    private static List<Object> line(RatesLine line) {
        List<Object> cells = new ArrayList<>(List.of(
                number(line.rank()),
                line.rank() == null ? "" : line.bestRank() + "–" + line.worstRank(),
                line.name(),
                number(line.group()),
                share(line.score()),
                line.registered()));
        for (RateView rate : line.rates()) {
            cells.addAll(List.of(
                    share(rate.value()),
                    rate.k(),
                    rate.n(),
                    rate.excluded(),
                    rate.leftOut(),
                    rate.unreachable(),
                    rate.ownReports(),
                    rate.low() == null ? "" : percent(rate.low()) + "–" + percent(rate.high()),
                    share(rate.shrunk())));
        }
        return cells;
    }

    private static String say(String word) {
        return Texts.here(Said.of("rates." + word));
    }

    private static Object number(@Nullable Integer value) {
        return value == null ? "" : value;
    }

    private static Object share(@Nullable Double value) {
        return value == null ? "" : new Workbook.Share(value);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
