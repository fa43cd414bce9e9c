package org.mulin.insight.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.insight.internal.SourcesViews.Sources;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 诉报对照: what residents file beside what grid workers report. */
@RestController
@RequestMapping("/api/insight")
class SourcesController {
    private final Scope scope;
    private final SourcesService service;

    SourcesController(Scope scope, SourcesService service) {
        this.scope = scope;
        this.service = service;
    }

    @GetMapping("/sources")
    Sources sources(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return service.sources(scope.of(actor, area), from, to);
    }
}
