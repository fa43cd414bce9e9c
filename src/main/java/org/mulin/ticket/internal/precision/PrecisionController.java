package org.mulin.ticket.internal.precision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.ticket.internal.precision.PrecisionQueries.PrecisionMonthView;
import org.mulin.triage.Triage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coverage, precision, what is left to people and drift, by month. */
@RestController
class PrecisionController {
    private static final int MONTHS_DEFAULT = 12;
    private static final int MONTHS_MAX = 36;

    private final PrecisionQueries queries;

    PrecisionController(PrecisionQueries queries) {
        this.queries = queries;
    }

    /** Months in which something came in, the oldest first. */
    @GetMapping("/api/triage-figures")
    List<PrecisionMonthView> triageFigures(Actor actor, @RequestParam(required = false) @Nullable Integer months) {
        actor.require(Triage.MANAGE);
        if (months != null && (months < 1 || months > MONTHS_MAX)) {
            throw Malformed.of("months", "limit-out-of-range", MONTHS_MAX);
        }
        return queries.months(actor, months == null ? MONTHS_DEFAULT : months);
    }
}
