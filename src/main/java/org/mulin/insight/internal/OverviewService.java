package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.base.AreaRange;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.Figure;
import org.mulin.insight.internal.InsightViews.Line;
import org.mulin.insight.internal.InsightViews.ListFilter;
import org.mulin.insight.internal.InsightViews.Overview;
import org.mulin.insight.internal.InsightViews.Step;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Service;

/** Composes the overview of an area and a period: one count, then names, definitions and lists. */
@Service
class OverviewService {
    private static final int UNITS_MAX = 50;
    private static final Comparator<Line> MOST_FIRST = Comparator.comparingInt(Line::registered)
            .thenComparingInt(Line::open)
            .reversed();

    private final TicketFigures figures;
    private final Units units;
    private final Policy policy;
    private final Clock clock;

    OverviewService(TicketFigures figures, Units units, Policy policy, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.policy = policy;
        this.clock = clock;
    }

    Overview overview(Scope.View view, @Nullable LocalDate from, @Nullable LocalDate to) {
        ZoneId zone = policy.city().zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Period period = Period.of(from, to, today);
        List<Area> children = view.children();
        Counted counted = figures.count(new Question(
                view.range(),
                period.begins(zone),
                period.ends(zone),
                period.previous().begins(zone),
                children.stream().map(child -> AreaRange.of(child.key())).toList(),
                period.steps().stream()
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .toList(),
                today.atStartOfDay(zone).toInstant()));
        ListFilter here = ListFilter.in(view.area().code());
        ListFilter during = here.during(period);
        return new Overview(
                AreaRef.of(view.area()),
                view.path(),
                period.from(),
                period.to(),
                period.previous().from(),
                period.previous().to(),
                now,
                keyFigures(counted, here, during, new Period(today, today)),
                byArea(children, counted, period),
                byUnit(counted.units(), during),
                byMatter(counted.matters(), during),
                byChannel(counted, during),
                period.isByDay(),
                trend(period, counted.trend()));
    }

    private static List<Figure> keyFigures(Counted counted, ListFilter here, ListFilter during, Period today) {
        Tally now = counted.now();
        return List.of(
                number("today", counted.today(), null, here.during(today)),
                number(
                        "registered",
                        now.registered(),
                        (double) counted.previous().registered(),
                        during),
                number("open", now.open(), null, here.set(TicketSet.OPEN)),
                number("overdue", now.overdue(), null, here.set(TicketSet.OVERDUE)),
                share("response", counted, Tally::responded, Tally::dueResponse, during.set(TicketSet.DUE_RESPONSE)),
                share("resolution", counted, Tally::solved, Tally::judged, during.set(TicketSet.JUDGED)),
                share("satisfaction", counted, Tally::satisfied, Tally::scored, during.set(TicketSet.SCORED)));
    }

    private static Figure number(String code, int value, @Nullable Double previous, ListFilter list) {
        return new Figure(
                code, name(code), definition(code), false, (double) value, value, value, previous, null, null, list);
    }

    private static Figure share(
            String code, Counted counted, ToIntFunction<Tally> k, ToIntFunction<Tally> n, ListFilter list) {
        Rate rate = Rate.of(k.applyAsInt(counted.now()), n.applyAsInt(counted.now()));
        Rate before = Rate.of(k.applyAsInt(counted.previous()), n.applyAsInt(counted.previous()));
        return new Figure(
                code,
                name(code),
                Texts.here(Said.of("insight.defined", definition(code), "", "", definition("own-report"))),
                true,
                rate.value(),
                rate.k(),
                rate.n(),
                before.value(),
                rate.low(),
                rate.high(),
                list);
    }

    static String name(String code) {
        return Texts.here(Said.of("insight." + code));
    }

    private static String definition(String code) {
        return Texts.here(Said.of("insight." + code + "-is"));
    }

    private static List<Line> byArea(List<Area> children, Counted counted, Period period) {
        List<Line> lines = new ArrayList<>(IntStream.range(0, children.size())
                .mapToObj(child -> {
                    Area area = children.get(child);
                    ListFilter list = ListFilter.in(area.code()).during(period);
                    return Line.of(area.code(), area.name(), counted.children().get(child), list);
                })
                .sorted(MOST_FIRST)
                .toList());
        if (counted.elsewhere().registered() > 0 || counted.elsewhere().open() > 0) {
            lines.add(Line.of(null, name("elsewhere"), counted.elsewhere(), null));
        }
        return lines;
    }

    private List<Line> byUnit(Map<UUID, Tally> tallies, ListFilter during) {
        return tallies.entrySet().stream()
                .map(entry -> {
                    Unit unit = units.byId(entry.getKey());
                    return Line.of(unit.code(), unit.name(), entry.getValue(), during.unit(unit.code()));
                })
                .sorted(MOST_FIRST)
                .limit(UNITS_MAX)
                .toList();
    }

    /** Classes with their leaves; what nobody has classified yet comes last, under no code. */
    private List<Line> byMatter(Map<String, Tally> tallies, ListFilter during) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<Line>> leaves = new LinkedHashMap<>();
        Map<String, Tally> sums = new HashMap<>();
        tallies.forEach((code, tally) -> {
            if (!code.isEmpty()) {
                Matter matter = matter(code);
                String parent = matter == null || matter.parent() == null ? code : matter.parent();
                sums.merge(parent, tally, Tally::plus);
                leaves.computeIfAbsent(parent, ignored -> new ArrayList<>())
                        .add(Line.of(code, matterName(code), tally, list(code, during)));
            }
        });
        leaves.forEach((code, below) -> lines.add(Line.of(
                code,
                matterName(code),
                Objects.requireNonNull(sums.get(code)),
                list(code, during),
                below.stream()
                        .filter(leaf -> !code.equals(leaf.code()))
                        .sorted(MOST_FIRST)
                        .toList())));
        lines.sort(MOST_FIRST);
        Tally undecided = tallies.get("");
        if (undecided != null) {
            lines.add(Line.of(null, name("undecided"), undecided, null));
        }
        return lines;
    }

    private @Nullable Matter matter(String code) {
        return policy.current(MattersTable.class).content().find(code).orElse(null);
    }

    /** A matter that is no longer in the catalogue cannot be asked for in a list. */
    private @Nullable ListFilter list(String code, ListFilter during) {
        return matter(code) == null ? null : during.matter(code);
    }

    private String matterName(String code) {
        Matter matter = matter(code);
        return matter == null ? code : matter.name();
    }

    private static List<Line> byChannel(Counted counted, ListFilter during) {
        return counted.channels().entrySet().stream()
                .map(entry -> Line.of(
                        entry.getKey().name(),
                        Texts.here(Said.of(entry.getKey().textCode())),
                        entry.getValue(),
                        during.channel(entry.getKey())))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static List<Step> trend(Period period, List<Tally> tallies) {
        List<LocalDate> steps = period.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(step -> Step.of(steps.get(step), tallies.get(step)))
                .toList();
    }
}
