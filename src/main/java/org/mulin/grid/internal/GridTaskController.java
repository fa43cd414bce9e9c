package org.mulin.grid.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.grid.TaskAdmission;
import org.mulin.grid.TaskAdmission.TaskSource;
import org.mulin.grid.internal.GridTaskService.NewTask;
import org.mulin.grid.internal.GridTaskService.Target;
import org.mulin.grid.internal.GridTaskViews.AssignableGrid;
import org.mulin.grid.internal.GridTaskViews.GridTaskRow;
import org.mulin.grid.internal.GridTaskViews.GridTaskView;
import org.mulin.grid.internal.GridTaskViews.TaskKind;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A community gives tasks to its grids, follows them and takes them back. */
@RestController
class GridTaskController {
    private static final String KEY = "Idempotency-Key";

    private final GridTaskService service;
    private final GridTaskQueries queries;
    private final TaskAdmission admission;
    private final Files files;

    GridTaskController(GridTaskService service, GridTaskQueries queries, TaskAdmission admission, Files files) {
        this.service = service;
        this.queries = queries;
        this.admission = admission;
        this.files = files;
    }

    /**
     * @param areaCodes of grids in the assigner's reach
     * @param sourceId the community's task that it is part of; null: the community's own work
     */
    record NewTaskInput(
            @NotBlank @Size(max = 64) String kind,
            @NotBlank @Written @Size(max = 60) String title,
            @NotBlank @Written @Size(max = 2_000) String words,
            @NotNull LocalDate dueDay,
            @NotEmpty @Size(max = 300) List<@NotBlank @Size(max = 64) String> areaCodes,
            @Nullable UUID sourceId) {
        NewTask given() {
            return new NewTask(
                    kind,
                    title.strip(),
                    words,
                    dueDay,
                    areaCodes.stream().distinct().toList(),
                    sourceId);
        }
    }

    record TaskWithdrawal(
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    @GetMapping("/api/grid-task-kinds")
    List<TaskKind> kinds(Actor actor) {
        actor.require(GridRights.ASSIGN);
        return queries.kinds();
    }

    @GetMapping("/api/grid-task-grids")
    List<AssignableGrid> grids(Actor actor) {
        actor.require(GridRights.ASSIGN);
        return queries.grids(actor);
    }

    /** The community's tasks that can be passed on to its grids. */
    @GetMapping("/api/grid-task-sources")
    List<TaskSource> sources(Actor actor) {
        actor.require(GridRights.ASSIGN);
        return admission.sources(actor);
    }

    @GetMapping("/api/grid-tasks")
    Page<GridTaskRow> page(
            Actor actor,
            @RequestParam @Nullable TaskStatus status,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(actor, status, kind, overdue, cursor, Page.limit(limit));
    }

    @GetMapping("/api/grid-tasks/{id}")
    GridTaskView task(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @PostMapping("/api/grid-tasks")
    @ResponseStatus(HttpStatus.CREATED)
    GridTaskView assign(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewTaskInput body) {
        return queries.view(service.assign(actor, key, body.given()), actor);
    }

    @PostMapping("/api/grid-tasks/{id}/withdrawals")
    GridTaskView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid TaskWithdrawal body) {
        service.withdraw(actor, new Target(id, body.version(), key), body.words());
        return queries.view(id, actor);
    }

    @GetMapping("/api/grid-tasks/{id}/files/{fileId}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID fileId) {
        UUID part = queries.partOf(id, fileId, actor);
        return files.open(fileId, new FileOwner(GridTaskService.PHOTO_OWNER, part))
                .served();
    }
}
