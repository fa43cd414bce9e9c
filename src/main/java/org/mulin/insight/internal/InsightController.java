package org.mulin.insight.internal;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.insight.internal.InsightViews.LoadMap;
import org.mulin.insight.internal.InsightViews.Overview;
import org.mulin.insight.internal.InsightViews.Points;
import org.mulin.insight.internal.InsightViews.TicketDot;
import org.mulin.ticket.TicketStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The leader's view. */
@RestController
class InsightController {
    private final Scope scope;
    private final OverviewService overviews;
    private final MapService maps;
    private final LiveStreams streams;

    InsightController(Scope scope, OverviewService overviews, MapService maps, LiveStreams streams) {
        this.scope = scope;
        this.overviews = overviews;
        this.maps = maps;
        this.streams = streams;
    }

    @GetMapping("/api/insight/overview")
    Overview overview(
            Actor actor,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        return overviews.overview(scope.of(actor, area), from, to);
    }

    @GetMapping("/api/insight/map")
    LoadMap map(Actor actor, @RequestParam @Nullable String area, @RequestParam @Nullable String level) {
        return maps.loads(scope.of(actor, area), level == null ? null : level(level));
    }

    @GetMapping("/api/insight/points")
    Points points(
            Actor actor,
            @RequestParam String bbox,
            @RequestParam double zoom,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable TicketStatus status,
            @RequestParam @Nullable String matter) {
        return maps.points(scope.of(actor, area), bbox, zoom, status, matter);
    }

    @GetMapping("/api/insight/overdue")
    List<TicketDot> overdue(Actor actor, @RequestParam @Nullable String area, @RequestParam @Nullable Integer limit) {
        return maps.overdue(scope.of(actor, area), Page.limit(limit));
    }

    /** Server-sent events: {@code changed} with {@link InsightViews.Changes}; a comment every 15 seconds. */
    @Hidden
    @GetMapping(path = "/api/insight/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Actor actor,
            @RequestParam @Nullable String area,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // a proxy that gathers the answer would hold the events back
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(
                actor, request.getSession().getId(), scope.of(actor, area).range());
    }

    static AreaLevel level(String word) {
        try {
            return AreaLevel.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw Malformed.of("level", "field-invalid");
        }
    }
}
