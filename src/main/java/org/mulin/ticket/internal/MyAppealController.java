package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.TicketInputs.PublicityInput;
import org.mulin.ticket.internal.TicketInputs.Reopening;
import org.mulin.ticket.internal.TicketInputs.VerdictInput;
import org.mulin.ticket.internal.TicketInputs.Withdrawal;
import org.mulin.ticket.internal.TicketInputs.WordsAndPhotos;
import org.mulin.ticket.internal.TicketService.Target;
import org.mulin.ticket.internal.TicketViews.MyAppealRow;
import org.mulin.ticket.internal.TicketViews.MyAppealView;
import org.mulin.ticket.internal.open.PublicityService;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Residents follow their own appeals and answer, add, withdraw, judge. */
@RestController
@RequestMapping("/api/my/appeals")
class MyAppealController {
    private static final String KEY = "Idempotency-Key";

    private final AppealService service;
    private final MyAppealQueries queries;
    private final PublicityService publicity;
    private final PhotoService photos;

    MyAppealController(
            AppealService service, MyAppealQueries queries, PublicityService publicity, PhotoService photos) {
        this.service = service;
        this.publicity = publicity;
        this.queries = queries;
        this.photos = photos;
    }

    @GetMapping
    Page<MyAppealRow> page(
            Actor actor,
            @RequestParam @Nullable TicketStatus status,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(actor, status, Cursor.read(cursor), Page.limit(limit));
    }

    @GetMapping("/{id}")
    MyAppealView appeal(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/supplements")
    MyAppealView supplement(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid WordsAndPhotos body) {
        service.supplement(actor, new Target(id, body.version(), key), body.words(), body.photos());
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/answers")
    MyAppealView answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid WordsAndPhotos body) {
        service.answer(actor, new Target(id, body.version(), key), body.words(), body.photos());
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/withdrawals")
    MyAppealView withdraw(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Withdrawal body) {
        service.withdraw(actor, new Target(id, body.version(), key), body.reason());
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/verdicts")
    MyAppealView judge(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid VerdictInput body) {
        AppealService.Verdict verdict =
                new AppealService.Verdict(body.contacted(), body.solved(), body.satisfaction(), body.comment(), false);
        service.judge(actor, new Target(id, body.version(), key), verdict);
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/reopenings")
    MyAppealView reopen(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Reopening body) {
        service.reopen(actor, new Target(id, body.version(), key), body.reason());
        return queries.view(id, actor);
    }

    /** Asks for a review of what was declined. */
    @PostMapping("/{id}/decline-contests")
    MyAppealView contest(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Reopening body) {
        service.contest(actor, new Target(id, body.version(), key), body.reason());
        return queries.view(id, actor);
    }

    /** Makes it public, or takes that back. */
    @PostMapping("/{id}/publicity")
    MyAppealView publish(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid PublicityInput body) {
        publicity.set(actor, key, id, body.open(), body.version());
        return queries.view(id, actor);
    }

    @GetMapping("/{id}/files/{fileId}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID fileId) {
        return photos.forAuthor(actor, id, fileId).served();
    }
}
