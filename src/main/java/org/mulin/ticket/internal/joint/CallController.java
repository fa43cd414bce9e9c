package org.mulin.ticket.internal.joint;

import jakarta.validation.Valid;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.ticket.internal.Ground;
import org.mulin.ticket.internal.joint.WhistleInputs.CheckInInput;
import org.mulin.ticket.internal.joint.WhistleInputs.DecisionInput;
import org.mulin.ticket.internal.joint.WhistleInputs.DelegateInput;
import org.mulin.ticket.internal.joint.WhistleInputs.FulfilInput;
import org.mulin.ticket.internal.joint.WhistleInputs.ObjectionInput;
import org.mulin.ticket.internal.joint.WhistleInputs.PromiseInput;
import org.mulin.ticket.internal.joint.WhistleInputs.ScoreInput;
import org.mulin.ticket.internal.joint.WhistleInputs.Seen;
import org.mulin.ticket.internal.joint.WhistleInputs.WordsInput;
import org.mulin.ticket.internal.joint.WhistleService.Target;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done about one department's call; every answer is the whistle as it stands then. */
@RestController
@RequestMapping("/api/whistles/{id}/calls/{callId}")
class CallController {
    private static final String KEY = "Idempotency-Key";

    private final WhistleService service;
    private final CallService calls;
    private final WhistleQueries queries;
    private final Reasons reasons;

    CallController(WhistleService service, CallService calls, WhistleQueries queries, Reasons reasons) {
        this.service = service;
        this.calls = calls;
        this.queries = queries;
        this.reasons = reasons;
    }

    @PostMapping("/confirmations")
    WhistleView confirmCall(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid Seen body) {
        return act(actor, new Target(id, callId, body.version(), key), new CallAct.Confirm());
    }

    @PostMapping("/objections")
    WhistleView objectToCall(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ObjectionInput body) {
        if (!reasons.isKnown(body.reasonCode())) {
            throw Refused.of("reason-unknown").at("reasonCode");
        }
        Ground ground = new Ground(body.reasonCode(), body.dutyEntry(), body.matterCode());
        calls.object(actor, new Target(id, callId, body.version(), key), ground, body.words());
        return queries.view(id, actor);
    }

    @PostMapping("/objection-decisions")
    WhistleView decideObjection(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid DecisionInput body) {
        calls.decide(actor, new Target(id, callId, body.version(), key), body.upheld(), body.words());
        return queries.view(id, actor);
    }

    @PostMapping("/delegates")
    WhistleView sendDelegate(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid DelegateInput body) {
        var delegate = new Call.Delegate(body.name().strip(), body.phone().strip());
        return act(actor, new Target(id, callId, body.version(), key), new CallAct.Send(delegate));
    }

    @PostMapping("/check-ins")
    WhistleView checkIn(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid CheckInInput body) {
        if ((body.lon() == null) != (body.lat() == null)) {
            throw Malformed.of("lon", "field-invalid");
        }
        calls.checkIn(actor, new Target(id, callId, body.version(), key), body);
        return queries.view(id, actor);
    }

    /** Counts a check-in that was made elsewhere. */
    @PostMapping("/admissions")
    WhistleView admitArrival(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid WordsInput body) {
        return act(actor, new Target(id, callId, body.version(), key), new CallAct.Admit(body.words()));
    }

    @PostMapping("/promises")
    WhistleView promise(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid PromiseInput body) {
        calls.promise(
                actor, new Target(id, callId, body.version(), key), body.done(), body.promise(), body.promisedOn());
        return queries.view(id, actor);
    }

    @PostMapping("/signatures")
    WhistleView sign(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid Seen body) {
        return act(actor, new Target(id, callId, body.version(), key), new CallAct.Sign());
    }

    @PostMapping("/fulfilments")
    WhistleView fulfil(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid FulfilInput body) {
        var kept = new CallAct.Fulfil(body.words(), body.photoIds());
        return act(actor, new Target(id, callId, body.version(), key), kept);
    }

    @PostMapping("/scores")
    WhistleView scoreCall(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID callId,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ScoreInput body) {
        var score = new CallAct.Score(body.score(), body.words());
        return act(actor, new Target(id, callId, body.version(), key), score);
    }

    private WhistleView act(Actor actor, Target target, CallAct act) {
        service.act(actor, target, (whistle, call, now) -> act);
        return queries.view(target.whistleId(), actor);
    }
}
