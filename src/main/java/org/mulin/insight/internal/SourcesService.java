package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.base.AreaRange;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.ListFilter;
import org.mulin.insight.internal.SourcesViews.SilentSpot;
import org.mulin.insight.internal.SourcesViews.SourceLine;
import org.mulin.insight.internal.SourcesViews.Sources;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Source;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Service;

/**
 * 诉报对照 Compares what residents file with what grid workers report for the same places and matters: whoever reports
 * what is easy only is seen by what is missing. It ranks nobody and counts into no rate.
 */
@Service
class SourcesService {
    private static final int SPOTS_MAX = 50;

    private final TicketFigures figures;
    private final Policy policy;
    private final Clock clock;

    SourcesService(TicketFigures figures, Policy policy, Clock clock) {
        this.figures = figures;
        this.policy = policy;
        this.clock = clock;
    }

    /** Tickets of both sides, as they add up. */
    private record Sides(int byResidents, int byGrids) {
        static final Sides NONE = new Sides(0, 0);

        Sides plus(Source source) {
            return new Sides(byResidents + source.byResidents(), byGrids + source.byGrids());
        }

        SourceLine line(@Nullable String code, String name, @Nullable ListFilter list) {
            int all = byResidents + byGrids;
            return new SourceLine(code, name, byResidents, byGrids, all == 0 ? null : (double) byGrids / all, list);
        }
    }

    private record Cell(int child, String matter) {}

    /** The same tickets along each dimension. */
    private static final class Sums {
        private Sides whole = Sides.NONE;
        private final Map<Integer, Sides> byChild = new LinkedHashMap<>();
        private final Map<String, Sides> byMatter = new LinkedHashMap<>();
        private final Map<Cell, Sides> cells = new LinkedHashMap<>();

        void add(Source source, String matter) {
            whole = whole.plus(source);
            byChild.put(source.child(), sides(byChild, source.child()).plus(source));
            byMatter.put(matter, sides(byMatter, matter).plus(source));
            Cell cell = new Cell(source.child(), matter);
            cells.put(cell, sides(cells, cell).plus(source));
        }
    }

    Sources sources(Scope.View view, @Nullable LocalDate from, @Nullable LocalDate to) {
        ZoneId zone = policy.city().zone();
        Instant now = clock.instant();
        Period period = Period.of(from, to, LocalDate.ofInstant(now, zone));
        List<Area> children = view.children();
        Matters matters = policy.current(MattersTable.class).content();
        var sums = new Sums();
        figures.sources(
                        view.range(),
                        period.begins(zone),
                        period.ends(zone),
                        children.stream()
                                .map(child -> AreaRange.of(child.key()))
                                .toList())
                .forEach(source -> sums.add(source, classOf(matters, source.matterCode())));
        ListFilter here = ListFilter.in(view.area().code()).during(period);
        List<SilentSpot> spots = spots(sums.cells, children, matters, period);
        return new Sources(
                AreaRef.of(view.area()),
                view.path(),
                period.from(),
                period.to(),
                now,
                sums.whole.line(view.area().code(), view.area().name(), here),
                areas(sums, children, period),
                matters(sums, matters, here),
                spots.stream().limit(SPOTS_MAX).toList(),
                spots.size(),
                policy.setting(InsightSettings.SILENT_SPOT_FROM));
    }

    private static List<SourceLine> areas(Sums sums, List<Area> children, Period period) {
        return mostFirst(IntStream.rangeClosed(0, children.size())
                .mapToObj(i -> i == children.size()
                        ? sides(sums.byChild, i).line(null, OverviewService.name("elsewhere"), null)
                        : sides(sums.byChild, i)
                                .line(
                                        children.get(i).code(),
                                        children.get(i).name(),
                                        ListFilter.in(children.get(i).code()).during(period)))
                .toList());
    }

    private static List<SourceLine> matters(Sums sums, Matters matters, ListFilter here) {
        return mostFirst(sums.byMatter.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? entry.getValue().line(null, OverviewService.name("undecided"), null)
                        : entry.getValue()
                                .line(entry.getKey(), name(matters, entry.getKey()), here.matter(entry.getKey())))
                .toList());
    }

    private List<SilentSpot> spots(Map<Cell, Sides> cells, List<Area> children, Matters matters, Period period) {
        int from = policy.setting(InsightSettings.SILENT_SPOT_FROM);
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().child() < children.size()
                        && !entry.getKey().matter().isEmpty()
                        && entry.getValue().byGrids() == 0
                        && entry.getValue().byResidents() >= from)
                .map(entry -> {
                    Area area = children.get(entry.getKey().child());
                    String matter = entry.getKey().matter();
                    return new SilentSpot(
                            area.name(),
                            name(matters, matter),
                            entry.getValue().byResidents(),
                            ListFilter.in(area.code()).during(period).matter(matter));
                })
                .sorted(Comparator.comparingInt(SilentSpot::byResidents)
                        .reversed()
                        .thenComparing(SilentSpot::areaName)
                        .thenComparing(SilentSpot::matterName))
                .toList();
    }

    private static <K> Sides sides(Map<K, Sides> all, K key) {
        return Objects.requireNonNullElse(all.get(key), Sides.NONE);
    }

    private static List<SourceLine> mostFirst(List<SourceLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((SourceLine line) -> line.code() == null)
                        .thenComparing(
                                Comparator.comparingInt(SourceLine::byResidents).reversed())
                        .thenComparing(SourceLine::name))
                .toList();
    }

    /** A matter that is no longer in the catalogue is its own class. */
    private static String classOf(Matters matters, String code) {
        return matters.find(code).map(Matter::parent).orElse(code);
    }

    private static String name(Matters matters, String code) {
        return matters.find(code).map(Matter::name).orElse(code);
    }
}
