package org.mulin.ticket.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.mulin.access.RateLimits;
import org.mulin.ticket.internal.TicketViews.AppealQueryAnswer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The status of an appeal for whoever holds its query code; no account, no words, no people. */
@RestController
class AppealQueryController {
    private static final int ATTEMPTS_MAX = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final MyAppealQueries queries;
    private final RateLimits limits;

    AppealQueryController(MyAppealQueries queries, RateLimits limits) {
        this.queries = queries;
        this.limits = limits;
    }

    record AppealQuery(@NotBlank @Size(max = 40) String queryCode) {}

    @PostMapping("/api/appeal-queries")
    AppealQueryAnswer query(@RequestBody @Valid AppealQuery body, HttpServletRequest request) {
        limits.count("appeal-query:" + request.getRemoteAddr(), ATTEMPTS_MAX, WINDOW);
        return queries.byQueryCode(body.queryCode());
    }
}
