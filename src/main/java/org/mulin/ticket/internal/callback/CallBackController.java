package org.mulin.ticket.internal.callback;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.internal.CallBackSteps;
import org.mulin.ticket.internal.callback.CallBackViews.BegunCall;
import org.mulin.ticket.internal.callback.CallBackViews.CallBackRow;
import org.mulin.ticket.internal.callback.CallBackViews.CallEnd;
import org.mulin.ticket.internal.callback.CallBackViews.CallEndInput;
import org.mulin.ticket.internal.callback.CallBackViews.CallLogRow;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of those who are asked by phone, and the calls. */
@RestController
@RequestMapping("/api/call-backs")
class CallBackController {
    private static final String KEY = "Idempotency-Key";

    private final CallBackService service;
    private final CallBackQueries queries;

    CallBackController(CallBackService service, CallBackQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GetMapping
    Page<CallBackRow> page(
            Actor actor,
            @RequestParam(defaultValue = "DUE") CallBackState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        CallBackSteps.unit(actor);
        return queries.page(actor, state, cursor, Page.limit(limit));
    }

    @GetMapping("/calls")
    Page<CallLogRow> log(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        CallBackSteps.unit(actor);
        return queries.log(actor, cursor, Page.limit(limit));
    }

    @PostMapping("/{appealId}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    BegunCall begin(Actor actor, @PathVariable UUID appealId, @RequestHeader(KEY) String key) {
        return service.begin(actor, key, appealId);
    }

    @PostMapping("/calls/{id}/ends")
    CallEnd end(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid CallEndInput body) {
        return service.end(actor, key, id, body);
    }
}
