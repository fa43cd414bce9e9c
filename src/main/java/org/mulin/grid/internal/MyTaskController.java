package org.mulin.grid.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.grid.internal.GridTaskService.Target;
import org.mulin.grid.internal.GridTaskViews.MyTaskRow;
import org.mulin.grid.internal.GridTaskViews.MyTaskView;
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

/** A grid worker sees the tasks of the own grid and reports them done; ids are those of the grid's share. */
@RestController
@RequestMapping("/api/my/grid-tasks")
class MyTaskController {
    private final GridTaskService service;
    private final MyTaskQueries queries;
    private final Files files;

    MyTaskController(GridTaskService service, MyTaskQueries queries, Files files) {
        this.service = service;
        this.queries = queries;
        this.files = files;
    }

    record TaskResult(
            @NotBlank @Written @Size(max = 2_000) String words,
            @Nullable @Size(max = 20) List<@NotNull UUID> photoIds,
            @NotNull @Min(1) Long version) {}

    @GetMapping
    Page<MyTaskRow> page(
            Actor actor,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(actor, open, cursor, Page.limit(limit));
    }

    @GetMapping("/{id}")
    MyTaskView task(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @PostMapping("/{id}/results")
    MyTaskView finish(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid TaskResult body) {
        List<UUID> photos = body.photoIds() == null ? List.of() : body.photoIds();
        service.finish(actor, new Target(id, body.version(), key), body.words(), photos);
        return queries.view(id, actor);
    }

    @GetMapping("/{id}/files/{fileId}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID fileId) {
        UUID part = queries.view(id, actor).id();
        return files.open(fileId, new FileOwner(GridTaskService.PHOTO_OWNER, part))
                .served();
    }
}
