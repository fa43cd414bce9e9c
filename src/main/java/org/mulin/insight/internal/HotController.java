package org.mulin.insight.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.insight.internal.HotViews.HotList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 热点问题. */
@RestController
class HotController {
    private final Scope scope;
    private final HotService service;

    HotController(Scope scope, HotService service) {
        this.scope = scope;
        this.service = service;
    }

    /** The hottest first, at most fifty. */
    @GetMapping("/api/insight/hot")
    HotList hot(
            Actor actor,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        return service.list(actor, scope.ofActing(actor, area), from, to);
    }
}
