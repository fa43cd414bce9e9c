package org.mulin.admission.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.BurdenViews.BurdenView;
import org.mulin.admission.internal.BurdenViews.OutsideAppealRow;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 负担表: what is asked of communities, by whom, inside and outside of the list. */
@RestController
class BurdenController {
    private final BurdenQueries queries;
    private final OutsideAppeals appeals;

    BurdenController(BurdenQueries queries, OutsideAppeals appeals) {
        this.queries = queries;
        this.appeals = appeals;
    }

    /** @param areaCode in reach; null: all that the actor oversees */
    @GetMapping("/api/admission/burden")
    BurdenView burden(
            Actor actor,
            @RequestParam @Nullable String areaCode,
            @RequestParam @Nullable UUID unitId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        return queries.burden(actor, areaCode, unitId, from, to);
    }

    /** @param unitId who moved them */
    @GetMapping("/api/admission/outside-appeals")
    Page<OutsideAppealRow> outsideAppeals(
            Actor actor,
            @RequestParam @Nullable UUID unitId,
            @RequestParam @Nullable UUID communityId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return appeals.page(actor, unitId, communityId, from, to, cursor, Page.limit(limit));
    }
}
