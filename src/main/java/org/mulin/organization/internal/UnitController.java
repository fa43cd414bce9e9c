package org.mulin.organization.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.organization.internal.UnitQueries.PostView;
import org.mulin.organization.internal.UnitQueries.UnitView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory of units and posts, for staff: whom to hand a ticket to may lie anywhere in the city. */
@RestController
class UnitController {
    private final UnitQueries queries;

    UnitController(UnitQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/units")
    List<UnitView> units(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(required = false) @Nullable String q) {
        requireStaff(actor);
        return queries.units(q, area, near);
    }

    @GetMapping("/api/units/{id}/posts")
    List<PostView> posts(Actor actor, @PathVariable UUID id) {
        requireStaff(actor);
        return queries.posts(id);
    }

    private static void requireStaff(Actor actor) {
        if (!actor.isStaff()) {
            throw Refused.of("right-missing", "unit:read");
        }
    }
}
