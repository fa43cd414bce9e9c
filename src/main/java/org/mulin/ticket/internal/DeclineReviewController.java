package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Written;
import org.mulin.ticket.internal.DeclineReviewQueries.DeclineReviewCount;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.TicketInputs.Reopening;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk's part in reviews of what was declined: asked for by phone, decided, counted. */
@RestController
class DeclineReviewController {
    private static final String KEY = "Idempotency-Key";

    private final StepTaker steps;
    private final DeclineReviews reviews;
    private final DeclineReviewQueries queries;
    private final TicketViewQueries views;

    DeclineReviewController(
            StepTaker steps, DeclineReviews reviews, DeclineReviewQueries queries, TicketViewQueries views) {
        this.steps = steps;
        this.reviews = reviews;
        this.queries = queries;
        this.views = views;
    }

    /**
     * @param overturned whether the ticket has to be handled after all
     * @param matterCode what it is about then; may be absent where that is known
     */
    record DeclineReviewInput(
            @NotNull Boolean overturned,
            @Nullable @Size(max = 64) String matterCode,

            @NotBlank @Written @Size(max = TicketInputs.WORDS_MAX)
            String words,

            @NotNull @Min(1) Long version) {}

    /** What an author says on the phone, written down by a clerk. */
    @PostMapping("/api/tickets/{id}/decline-contests")
    TicketView contestByPhone(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Reopening body) {
        TicketViewQueries.requireStaff(actor);
        steps.take(
                actor, key, id, body.version(), (ticket, now) -> reviews.contested(ticket, body.reason(), true, now));
        return views.view(id, actor);
    }

    @PostMapping("/api/tickets/{id}/decline-reviews")
    TicketView reviewDecline(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid DeclineReviewInput body) {
        TicketViewQueries.requireStaff(actor);
        steps.take(
                actor,
                key,
                id,
                body.version(),
                (ticket, now) -> body.overturned()
                        ? reviews.overturned(ticket, body.matterCode(), body.words(), now)
                        : Planned.of(new ReviewAction.Sustain(body.words())));
        return views.view(id, actor);
    }

    @GetMapping("/api/decline-review-counts")
    List<DeclineReviewCount> declineReviewCounts(Actor actor, @RequestParam Instant from, @RequestParam Instant to) {
        return queries.counts(actor, from, to);
    }
}
