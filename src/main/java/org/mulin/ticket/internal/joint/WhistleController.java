package org.mulin.ticket.internal.joint;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.ticket.internal.GivenPlace;
import org.mulin.ticket.internal.joint.WhistleInputs.NewWhistle;
import org.mulin.ticket.internal.joint.WhistleInputs.PlanInput;
import org.mulin.ticket.internal.joint.WhistleInputs.ReviewInput;
import org.mulin.ticket.internal.joint.WhistleInputs.WordsInput;
import org.mulin.ticket.internal.joint.WhistleService.Target;
import org.mulin.ticket.internal.joint.WhistleViews.WhistlePlanView;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleRow;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whistles as a whole: planned, blown, resolved, ended, reviewed; a write answers the whistle as it stands then. */
@RestController
class WhistleController {
    private static final String KEY = "Idempotency-Key";

    private final BlowService blowing;
    private final WhistleService service;
    private final WhistleQueries queries;
    private final WhistleListQueries lists;
    private final WhistlePlanQueries plans;

    WhistleController(
            BlowService blowing,
            WhistleService service,
            WhistleQueries queries,
            WhistleListQueries lists,
            WhistlePlanQueries plans) {
        this.blowing = blowing;
        this.service = service;
        this.queries = queries;
        this.lists = lists;
        this.plans = plans;
    }

    @PostMapping("/api/whistle-plans")
    WhistlePlanView planWhistle(Actor actor, @RequestBody @Valid PlanInput body) {
        return plans.plan(actor, body.ticketIds());
    }

    @PostMapping("/api/whistles")
    @ResponseStatus(HttpStatus.CREATED)
    WhistleView blow(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewWhistle body) {
        GivenPlace place = body.place().given();
        String text = place.text();
        if (text == null) {
            throw Malformed.of("place.text", "field-required");
        }
        Blow blow = new Blow(body.tickets(), body.problem(), text, place, body.meetAt(), body.calls());
        return queries.view(blowing.blow(actor, key, blow), actor);
    }

    @GetMapping("/api/whistles")
    Page<WhistleRow> whistles(
            Actor actor,
            @RequestParam @Nullable WhistleStatus status,
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable Boolean late,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return lists.page(actor, new WhistleListQueries.Filter(status, unit, late), cursor, Page.limit(limit));
    }

    @GetMapping("/api/whistles/{id}")
    WhistleView whistle(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @GetMapping("/api/tickets/{id}/whistles")
    List<WhistleView> whistlesOfTicket(Actor actor, @PathVariable UUID id) {
        return queries.of(id, actor);
    }

    @PostMapping("/api/whistles/{id}/resolutions")
    WhistleView draftResolution(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid WordsInput body) {
        service.act(actor, new Target(id, null, body.version(), key), new WhistleAct.Draft(body.words()));
        return queries.view(id, actor);
    }

    @PostMapping("/api/whistles/{id}/closures")
    WhistleView closeWhistle(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid WordsInput body) {
        service.act(actor, new Target(id, null, body.version(), key), new WhistleAct.Close(body.words()));
        return queries.view(id, actor);
    }

    @PostMapping("/api/whistles/{id}/reviews")
    WhistleView reviewWhistle(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid ReviewInput body) {
        var review = new WhistleAct.Review(body.needed(), body.words());
        service.act(actor, new Target(id, null, body.version(), key), review);
        return queries.view(id, actor);
    }
}
