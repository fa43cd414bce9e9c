package org.mulin.admission.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.CommunityTasks;
import org.mulin.admission.internal.CommunityTaskQueries.TaskFilter;
import org.mulin.admission.internal.CommunityTaskService.NewSending;
import org.mulin.admission.internal.CommunityTaskService.Target;
import org.mulin.admission.internal.CommunityTaskViews.CommunityTaskRow;
import org.mulin.admission.internal.CommunityTaskViews.CommunityTaskView;
import org.mulin.admission.internal.CommunityTaskViews.SendableCommunity;
import org.mulin.admission.internal.CommunityTaskViews.SendableItem;
import org.mulin.admission.internal.CommunityTaskViews.SendingView;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
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

/** Units send tasks of the list to communities, which receive them, do them and report what they took. */
@RestController
@RequestMapping("/api/admission")
class CommunityTaskController {
    private static final String KEY = "Idempotency-Key";

    private final CommunityTaskService service;
    private final CommunityTaskQueries queries;

    CommunityTaskController(CommunityTaskService service, CommunityTaskQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    /** @param unitIds of communities in the sender's reach */
    record SendingInput(
            @NotBlank @Size(max = 64) String itemCode,
            @NotBlank @Written @Size(max = 60) String title,
            @NotBlank @Written @Size(max = 2_000) String words,
            @NotNull LocalDate dueDay,
            @NotNull @Min(0) @Max(CommunityTasks.FORMS_MAX) Integer forms,
            @NotEmpty @Size(max = 600) List<@NotNull UUID> unitIds) {
        NewSending given() {
            return new NewSending(
                    itemCode,
                    title.strip(),
                    words,
                    dueDay,
                    forms,
                    unitIds.stream().distinct().toList());
        }
    }

    record TaskVersion(@NotNull @Min(1) Long version) {}

    record TaskReport(
            @NotBlank @Written @Size(max = 2_000) String words,

            @NotNull @DecimalMin("0") @DecimalMax("500") @Digits(integer = 3, fraction = 1)
            BigDecimal hours,

            @NotNull @Min(1) Long version) {}

    record TaskRecall(
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    @GetMapping("/sendable-items")
    List<SendableItem> sendableItems(Actor actor) {
        actor.require(AdmissionRights.SEND);
        return queries.sendableItems(actor);
    }

    @GetMapping("/sendable-communities")
    List<SendableCommunity> sendableCommunities(Actor actor) {
        actor.require(AdmissionRights.SEND);
        return queries.sendableCommunities(actor);
    }

    @PostMapping("/sendings")
    @ResponseStatus(HttpStatus.CREATED)
    SendingView send(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid SendingInput body) {
        return service.send(actor, key, body.given());
    }

    @GetMapping("/tasks")
    Page<CommunityTaskRow> tasks(
            Actor actor,
            @RequestParam @Nullable CommunityTaskStatus status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable String itemCode,
            @RequestParam @Nullable UUID senderId,
            @RequestParam @Nullable UUID communityId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(
                actor,
                new TaskFilter(status, overdue, itemCode, senderId, communityId, from, to),
                cursor,
                Page.limit(limit));
    }

    @GetMapping("/tasks/{id}")
    CommunityTaskView task(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @PostMapping("/tasks/{id}/receipts")
    CommunityTaskView receive(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid TaskVersion body) {
        service.receive(actor, new Target(id, body.version(), key));
        return queries.view(id, actor);
    }

    @PostMapping("/tasks/{id}/reports")
    CommunityTaskView report(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid TaskReport body) {
        service.report(actor, new Target(id, body.version(), key), body.words(), body.hours());
        return queries.view(id, actor);
    }

    @PostMapping("/tasks/{id}/returns")
    CommunityTaskView giveBack(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid TaskRecall body) {
        service.giveBack(actor, new Target(id, body.version(), key), body.words());
        return queries.view(id, actor);
    }

    @PostMapping("/tasks/{id}/withdrawals")
    CommunityTaskView withdraw(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid TaskRecall body) {
        service.withdraw(actor, new Target(id, body.version(), key), body.words());
        return queries.view(id, actor);
    }
}
