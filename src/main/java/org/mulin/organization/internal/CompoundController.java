package org.mulin.organization.internal;

import java.util.List;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.organization.internal.CompoundQueries.CompoundView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 1+3+N by compound, for staff: who governs it and what is missing. */
@RestController
class CompoundController {
    private final CompoundQueries queries;

    CompoundController(CompoundQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/compounds")
    List<CompoundView> compounds(Actor actor, @RequestParam String area) {
        if (!actor.isStaff()) {
            throw Refused.of("right-missing", "unit:read");
        }
        return queries.compounds(area);
    }
}
