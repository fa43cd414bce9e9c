package org.mulin.ticket.internal.clerk;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.ClerkService;
import org.mulin.ticket.internal.clerk.ClerkInputs.CallerInput;
import org.mulin.ticket.internal.clerk.ClerkInputs.DraftInput;
import org.mulin.ticket.internal.clerk.ClerkInputs.JoinInput;
import org.mulin.ticket.internal.clerk.ClerkInputs.NewTicketInput;
import org.mulin.ticket.internal.clerk.ClerkViews.CallerTicket;
import org.mulin.ticket.internal.clerk.ClerkViews.IntakeReceipt;
import org.mulin.ticket.internal.clerk.ClerkViews.IntakeUnderstanding;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clerks take appeals in on behalf of those who call or come. */
@RestController
class ClerkController {
    private static final String KEY = "Idempotency-Key";

    private final ClerkService service;
    private final UnderstandingService understandings;
    private final CallerService callers;
    private final ReceiptQueries receipts;
    private final Clock clock;

    ClerkController(
            ClerkService service,
            UnderstandingService understandings,
            CallerService callers,
            ReceiptQueries receipts,
            Clock clock) {
        this.service = service;
        this.understandings = understandings;
        this.callers = callers;
        this.receipts = receipts;
        this.clock = clock;
    }

    @PostMapping("/api/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    IntakeReceipt take(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewTicketInput body) {
        return receipts.receipt(service.take(actor, key, body.appeal(clock.instant()), body.wanted()));
    }

    @PostMapping("/api/tickets/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    IntakeReceipt join(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid JoinInput body) {
        return receipts.receipt(service.join(actor, key, id, body.version(), body.appeal(clock.instant())));
    }

    /** What the words say so far; nothing is kept. */
    @PostMapping("/api/intake/understandings")
    IntakeUnderstanding understand(Actor actor, @RequestBody @Valid DraftInput body) {
        return understandings.of(actor, body.appeal(clock.instant()));
    }

    /** What somebody with this phone has filed before; the reading is audited. */
    @PostMapping("/api/intake/callers")
    List<CallerTicket> caller(Actor actor, @RequestBody @Valid CallerInput body) {
        return callers.tickets(actor, body.phone());
    }
}
