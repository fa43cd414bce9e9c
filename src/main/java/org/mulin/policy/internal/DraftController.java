package org.mulin.policy.internal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.internal.PolicyViews.DifferenceView;
import org.mulin.policy.internal.PolicyViews.DraftRow;
import org.mulin.policy.internal.PolicyViews.DraftView;
import org.mulin.policy.internal.PolicyViews.UploadView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** New versions on their way: uploaded, looked at, published. */
@RestController
@RequestMapping("/api/policy")
class DraftController {
    private static final int NOTE_MAX = 500;

    private final Uploads uploads;
    private final DraftService service;
    private final PolicyReadings readings;
    private final Changes changes;
    private final VersionWatch watch;
    private final OnceOnly onceOnly;

    DraftController(
            Uploads uploads,
            DraftService service,
            PolicyReadings readings,
            Changes changes,
            VersionWatch watch,
            OnceOnly onceOnly) {
        this.uploads = uploads;
        this.service = service;
        this.readings = readings;
        this.changes = changes;
        this.watch = watch;
        this.onceOnly = onceOnly;
    }

    /** @param effectiveFrom null: from now on */
    record Publication(
            @Nullable LocalDate effectiveFrom,
            @NotBlank @Written @Size(max = 500) String reason,
            @NotNull @Min(1) Long version) {}

    record Rejection(
            @NotBlank @Written @Size(max = 500) String reason,
            @NotNull @Min(1) Long version) {}

    record DraftVersion(@NotNull @Min(1) Long version) {}

    private record Kept(UUID id) {}

    @PostMapping(path = "/tables/{table}/drafts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    UploadView uploadDraft(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable String table,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "") String note) {
        PackTable<?> found = readings.table(table);
        service.demand(found, actor);
        if (note.length() > NOTE_MAX) {
            throw Malformed.of("note", "field-too-long", NOTE_MAX);
        }
        Uploads.Looked looked = uploads.look(found, file, note);
        if (!looked.problems().isEmpty()) {
            return new UploadView(
                    null, Uploads.placed(looked.problems()), looked.problems().size());
        }
        Kept kept = onceOnly.run(actor, key, Kept.class, () -> new Kept(service.keep(looked.accepted(), actor)));
        return new UploadView(kept.id(), List.of(), 0);
    }

    @GetMapping("/drafts")
    Page<DraftRow> drafts(
            Actor actor,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Policy.PUBLISH);
        return readings.drafts(table, waiting, cursor, Page.limit(limit));
    }

    @GetMapping("/drafts/{id}")
    DraftView draft(Actor actor, @PathVariable UUID id) {
        actor.require(Policy.PUBLISH);
        return readings.view(id, actor);
    }

    @GetMapping("/drafts/{id}/difference")
    DifferenceView draftDifference(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Policy.PUBLISH);
        StoredDraft draft = readings.draft(id);
        return changes.page(
                readings.table(draft.table()), readings.difference(draft), kind, q, cursor, Page.limit(limit));
    }

    @GetMapping(path = "/drafts/{id}/file", produces = "*/*")
    void draftFile(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String as, HttpServletResponse to)
            throws IOException {
        actor.require(Policy.PUBLISH);
        StoredDraft draft = readings.draft(id);
        TableController.send(readings.table(draft.table()), readings.text(draft), "draft", as, to);
    }

    @PostMapping("/drafts/{id}/publications")
    DraftView publishDraft(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid Publication body) {
        return once(
                actor, key, id, () -> service.publish(id, body.effectiveFrom(), body.reason(), body.version(), actor));
    }

    @PostMapping("/drafts/{id}/approvals")
    DraftView approveDraft(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid DraftVersion body) {
        return once(actor, key, id, () -> service.approve(id, body.version(), actor));
    }

    @PostMapping("/drafts/{id}/rejections")
    DraftView rejectDraft(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid Rejection body) {
        return once(actor, key, id, () -> service.reject(id, body.reason(), body.version(), actor));
    }

    @PostMapping("/drafts/{id}/discards")
    DraftView discardDraft(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid DraftVersion body) {
        return once(actor, key, id, () -> service.discard(id, body.version(), actor));
    }

    private DraftView once(Actor actor, String key, UUID id, Runnable write) {
        actor.require(Policy.PUBLISH);
        onceOnly.run(actor, key, Kept.class, () -> {
            write.run();
            return new Kept(id);
        });
        watch.changed();
        return readings.view(id, actor);
    }
}
