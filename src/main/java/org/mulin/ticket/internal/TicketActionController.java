package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.TicketInputs.Acceptance;
import org.mulin.ticket.internal.TicketInputs.Assignment;
import org.mulin.ticket.internal.TicketInputs.Classification;
import org.mulin.ticket.internal.TicketInputs.ClosureInput;
import org.mulin.ticket.internal.TicketInputs.ContactReadingInput;
import org.mulin.ticket.internal.TicketInputs.DeclineInput;
import org.mulin.ticket.internal.TicketInputs.Question;
import org.mulin.ticket.internal.TicketInputs.ReturnInput;
import org.mulin.ticket.internal.TicketInputs.TransferInput;
import org.mulin.ticket.internal.TicketInputs.WordsAndPhotos;
import org.mulin.ticket.internal.TicketService.Target;
import org.mulin.ticket.internal.TicketViews.ContactReading;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk does to a ticket; each answer is the ticket as it stands then. */
@RestController
@RequestMapping("/api/tickets/{id}")
class TicketActionController {
    private static final String KEY = "Idempotency-Key";

    private final TicketService service;
    private final TicketViewQueries views;
    private final ContactService contacts;

    TicketActionController(TicketService service, TicketViewQueries views, ContactService contacts) {
        this.service = service;
        this.views = views;
        this.contacts = contacts;
    }

    @PostMapping("/acceptances")
    TicketView accept(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Acceptance body) {
        service.accept(actor, new Target(id, body.version(), key));
        return views.view(id, actor);
    }

    @PostMapping("/assignments")
    TicketView assign(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Assignment body) {
        service.assign(actor, new Target(id, body.version(), key), body.postId());
        return views.view(id, actor);
    }

    @PostMapping("/replies")
    TicketView reply(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid WordsAndPhotos body) {
        service.reply(actor, new Target(id, body.version(), key), body.words(), body.photos());
        return views.view(id, actor);
    }

    @PostMapping("/questions")
    TicketView ask(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Question body) {
        service.ask(actor, new Target(id, body.version(), key), body.words());
        return views.view(id, actor);
    }

    @PostMapping("/returns")
    TicketView giveBack(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid ReturnInput body) {
        Target target = new Target(id, body.version(), key);
        service.giveBack(
                actor, target, new Ground(body.reasonCode(), body.dutyEntry(), body.matterCode()), body.words());
        return views.view(id, actor);
    }

    @PostMapping("/transfers")
    TicketView transfer(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid TransferInput body) {
        service.transfer(actor, new Target(id, body.version(), key), body.unitId(), body.words());
        return views.view(id, actor);
    }

    @PostMapping("/resolutions")
    TicketView resolve(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid WordsAndPhotos body) {
        service.resolve(actor, new Target(id, body.version(), key), body.words(), body.photos());
        return views.view(id, actor);
    }

    @PostMapping("/declines")
    TicketView decline(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid DeclineInput body) {
        service.decline(actor, new Target(id, body.version(), key), body.reasonCode(), body.words());
        return views.view(id, actor);
    }

    @PostMapping("/closures")
    TicketView close(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid ClosureInput body) {
        service.close(actor, new Target(id, body.version(), key), body.words());
        return views.view(id, actor);
    }

    @PostMapping("/classifications")
    TicketView classify(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid Classification body) {
        service.classify(actor, new Target(id, body.version(), key), body.matterCode(), body.areaCode());
        return views.view(id, actor);
    }

    @PostMapping("/appeals/{appealId}/contact-readings")
    ContactReading readContact(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID appealId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ContactReadingInput body) {
        return contacts.read(actor, key, id, appealId, body.purpose());
    }
}
