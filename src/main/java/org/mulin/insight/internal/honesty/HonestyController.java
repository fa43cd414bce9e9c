package org.mulin.insight.internal.honesty;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.insight.internal.honesty.HonestyQueries.Wanted;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyDetail;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyFigures;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyLine;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyVerdictInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 办结真实性: reports that tickets are done, for those who supervise. */
@RestController
@RequestMapping("/api/closures")
class HonestyController {
    static final String REVIEW = "closure:review";

    private final HonestyService service;
    private final HonestyQueries queries;
    private final HonestyFigureQueries figures;

    HonestyController(HonestyService service, HonestyQueries queries, HonestyFigureQueries figures) {
        this.service = service;
        this.queries = queries;
        this.figures = figures;
    }

    @GetMapping
    Page<HonestyLine> closures(
            Actor actor,
            @RequestParam(required = false) @Nullable HonestyStatus status,
            @RequestParam(required = false) @Nullable HonestySignal signal,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(REVIEW);
        return queries.page(actor, new Wanted(status, signal, unit, area), cursor, Page.limit(limit));
    }

    @GetMapping("/figures")
    HonestyFigures closureFigures(Actor actor) {
        actor.require(REVIEW);
        return figures.figures(actor);
    }

    @GetMapping("/{id}")
    HonestyDetail closure(Actor actor, @PathVariable UUID id) {
        actor.require(REVIEW);
        return queries.detail(actor, id);
    }

    @PostMapping("/{id}/verdicts")
    HonestyDetail judgeClosure(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid HonestyVerdictInput body) {
        actor.require(REVIEW);
        service.review(actor, id, key, body);
        return queries.detail(actor, id);
    }
}
