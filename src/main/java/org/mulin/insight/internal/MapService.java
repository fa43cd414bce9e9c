package org.mulin.insight.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.base.Malformed;
import org.mulin.insight.internal.InsightViews.AreaLoad;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.ClusterDot;
import org.mulin.insight.internal.InsightViews.LoadMap;
import org.mulin.insight.internal.InsightViews.Points;
import org.mulin.insight.internal.InsightViews.TicketDot;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Dot;
import org.mulin.ticket.TicketFigures.Spread;
import org.mulin.ticket.TicketFigures.Standing;
import org.mulin.ticket.TicketFigures.Window;
import org.mulin.ticket.TicketStatus;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Point;
import org.springframework.stereotype.Service;

/** The map: loads of areas, tickets as points, the longest overdue. */
@Service
class MapService {
    static final int DOTS_MAX = 2_000;
    /** Pixels of a map tile's edge, and of the square that becomes one cluster. */
    private static final int TILE_px = 512;

    private static final int CLUSTER_px = 64;
    private static final double ZOOM_MAX = 24;
    private static final int COMPARED_MIN = 4;

    private final TicketFigures figures;
    private final Policy policy;

    MapService(TicketFigures figures, Policy policy) {
        this.figures = figures;
        this.policy = policy;
    }

    /** @param level below the area's own; null: the next one with some to compare */
    LoadMap loads(Scope.View view, @Nullable AreaLevel level) {
        AreaLevel wanted = level == null ? nextLevel(view) : level;
        if (wanted.compareTo(view.area().level()) < 0) {
            throw Malformed.of("level", "field-invalid");
        }
        List<Area> shown = view.tree().all().stream()
                .filter(area -> area.level() == wanted && view.range().contains(area.key()))
                .toList();
        Map<String, Standing> byKey = new HashMap<>();
        int unplaced = 0;
        for (var entry : figures.standing(view.range()).entrySet()) {
            var holder = view.tree().ancestor(entry.getKey(), wanted);
            if (holder.isPresent()) {
                byKey.merge(holder.get().key(), entry.getValue(), MapService::sum);
            } else {
                unplaced += entry.getValue().open();
            }
        }
        List<AreaLoad> loads = shown.stream()
                .map(area -> load(view, area, byKey.getOrDefault(area.key(), new Standing(0, 0))))
                .toList();
        return new LoadMap(AreaRef.of(view.area()), wanted.word(), loads, unplaced);
    }

    /** The first level below that has enough areas to compare; where there is none, the lowest. */
    static AreaLevel nextLevel(Scope.View view) {
        Map<AreaLevel, Long> counts = view.tree().all().stream()
                .filter(area -> view.range().contains(area.key()))
                .filter(area -> area.level().compareTo(view.area().level()) > 0)
                .collect(Collectors.groupingBy(Area::level, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= COMPARED_MIN)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> counts.keySet().stream()
                        .max(AreaLevel::compareTo)
                        .orElse(view.area().level()));
    }

    private static AreaLoad load(Scope.View view, Area area, Standing standing) {
        Integer households = households(view, area);
        return new AreaLoad(
                area.code(),
                area.name(),
                area.parentCode(),
                households,
                standing.open(),
                standing.overdue(),
                households == null || households == 0 ? null : standing.open() * 1000.0 / households);
    }

    /** The area's own number or, where the pack gives none, the sum of those below. */
    private static @Nullable Integer households(Scope.View view, Area area) {
        if (area.households() != null) {
            return area.households();
        }
        List<Integer> below = view.tree().children(area.code()).stream()
                .map(child -> households(view, child))
                .filter(Objects::nonNull)
                .toList();
        return below.isEmpty() ? null : below.stream().mapToInt(each -> each).sum();
    }

    private static Standing sum(Standing one, Standing other) {
        return new Standing(one.open() + other.open(), one.overdue() + other.overdue());
    }

    /** @param box west, south, east, north in WGS-84 degrees */
    Points points(
            Scope.View view, String box, double zoom, @Nullable TicketStatus status, @Nullable String matterCode) {
        double[] edges = edges(box);
        if (!(zoom >= 0 && zoom <= ZOOM_MAX)) {
            throw Malformed.of("zoom", "field-invalid");
        }
        Spread spread = figures.spread(new Window(
                view.range(),
                new Point(edges[0], edges[1]),
                new Point(edges[2], edges[3]),
                status,
                matterCode,
                360.0 * CLUSTER_px / (TILE_px * Math.pow(2, zoom)),
                DOTS_MAX));
        return new Points(
                spread.total(),
                DOTS_MAX,
                dots(view, spread.dots()),
                spread.clusters().stream()
                        .map(cluster -> new ClusterDot(
                                cluster.middle().lon(), cluster.middle().lat(), cluster.count(), cluster.overdue()))
                        .toList());
    }

    private static double[] edges(String box) {
        double[] edges;
        try {
            edges = Arrays.stream(box.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw Malformed.of("bbox", "field-invalid");
        }
        boolean sound = edges.length == 4
                && edges[0] >= -180
                && edges[2] <= 180
                && edges[1] >= -90
                && edges[3] <= 90
                && edges[0] < edges[2]
                && edges[1] < edges[3];
        if (!sound) {
            throw Malformed.of("bbox", "field-invalid");
        }
        return edges;
    }

    List<TicketDot> overdue(Scope.View view, int limit) {
        return dots(view, figures.overdue(view.range(), limit));
    }

    private List<TicketDot> dots(Scope.View view, List<Dot> dots) {
        var matters = policy.current(MattersTable.class).content();
        List<TicketDot> shown = new ArrayList<>();
        for (Dot dot : dots) {
            Point point = dot.point();
            String code = dot.matterCode();
            shown.add(new TicketDot(
                    dot.id(),
                    dot.number(),
                    dot.status(),
                    code == null ? null : matters.find(code).map(Matter::name).orElse(code),
                    view.name(dot.areaKey()),
                    dot.dueAt(),
                    dot.overdue(),
                    point == null ? null : point.lon(),
                    point == null ? null : point.lat()));
        }
        return shown;
    }
}
