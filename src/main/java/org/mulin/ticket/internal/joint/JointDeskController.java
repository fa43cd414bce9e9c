package org.mulin.ticket.internal.joint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.ticket.internal.joint.DirectiveRepository.DirectiveView;
import org.mulin.ticket.internal.joint.WhistleInputs.Seen;
import org.mulin.ticket.internal.joint.WhistleInputs.WordsInput;
import org.mulin.ticket.internal.joint.WhistleViews.DepartmentRow;
import org.mulin.ticket.internal.joint.WhistleViews.ObjectionRow;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 联合处置台: kick-backs, what departments' answers come to, and the street's orders. */
@RestController
class JointDeskController {
    private static final String KEY = "Idempotency-Key";

    private final ObjectionQueries objections;
    private final DepartmentQueries departments;
    private final DirectiveRepository directives;
    private final DirectiveService service;

    JointDeskController(
            ObjectionQueries objections,
            DepartmentQueries departments,
            DirectiveRepository directives,
            DirectiveService service) {
        this.objections = objections;
        this.departments = departments;
        this.directives = directives;
        this.service = service;
    }

    /** @param unitId the department: of the place, of the own area, or on the ticket; no community */
    record NewDirective(
            @NotNull UUID ticketId,
            @NotNull UUID unitId,

            @NotBlank @Written @Size(max = WhistleInputs.WORDS_MAX)
            String words,

            @NotNull Instant dueAt) {}

    @GetMapping("/api/objections")
    Page<ObjectionRow> objections(
            Actor actor,
            @RequestParam @Nullable ObjectionStatus status,
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return objections.page(actor, status, unit, cursor, Page.limit(limit));
    }

    @GetMapping("/api/joint-counts")
    List<DepartmentRow> jointCounts(Actor actor, @RequestParam Instant from, @RequestParam Instant to) {
        if (!from.isBefore(to)) {
            throw Malformed.of("to", "field-invalid");
        }
        return departments.counts(actor, from, to);
    }

    @GetMapping("/api/directives")
    Page<DirectiveView> directives(
            Actor actor,
            @RequestParam @Nullable DirectiveStatus status,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return directives.page(actor, Optional.ofNullable(status), cursor, Page.limit(limit));
    }

    /** Ids of the units that may be given an order about the ticket. */
    @GetMapping("/api/tickets/{id}/directive-units")
    List<UUID> directiveUnits(Actor actor, @PathVariable UUID id) {
        return service.units(actor, id);
    }

    @PostMapping("/api/directives")
    @ResponseStatus(HttpStatus.CREATED)
    DirectiveView direct(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewDirective body) {
        UUID id = service.issue(actor, key, body.ticketId(), body.unitId(), body.words(), body.dueAt());
        return directives.view(id, actor);
    }

    @PostMapping("/api/directives/{id}/acceptances")
    DirectiveView takeDirective(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid Seen body) {
        service.act(actor, key, id, body.version(), DirectiveStep.TAKE, null);
        return directives.view(id, actor);
    }

    @PostMapping("/api/directives/{id}/completions")
    DirectiveView finishDirective(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid WordsInput body) {
        service.act(actor, key, id, body.version(), DirectiveStep.FINISH, body.words());
        return directives.view(id, actor);
    }

    @PostMapping("/api/directives/{id}/recalls")
    DirectiveView recallDirective(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid WordsInput body) {
        service.act(actor, key, id, body.version(), DirectiveStep.RECALL, body.words());
        return directives.view(id, actor);
    }
}
