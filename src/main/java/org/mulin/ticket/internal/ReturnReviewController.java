package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Written;
import org.mulin.ticket.internal.TicketService.Target;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The street's word on a returned ticket. */
@RestController
class ReturnReviewController {
    private final ReturnReviewService service;
    private final TicketViewQueries views;

    ReturnReviewController(ReturnReviewService service, TicketViewQueries views) {
        this.service = service;
        this.views = views;
    }

    /** @param upheld whether the unit was right to return it */
    record ReturnReviewInput(
            @NotNull Boolean upheld,

            @NotBlank @Written @Size(max = TicketInputs.WORDS_MAX)
            String words,

            @NotNull @Min(1) Long version) {}

    @PostMapping("/api/tickets/{id}/return-reviews")
    TicketView reviewReturn(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReturnReviewInput body) {
        service.review(actor, new Target(id, body.version(), key), body.upheld(), body.words());
        return views.view(id, actor);
    }
}
