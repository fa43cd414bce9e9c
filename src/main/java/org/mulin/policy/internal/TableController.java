package org.mulin.policy.internal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.internal.PolicyViews.DifferenceView;
import org.mulin.policy.internal.PolicyViews.TableRow;
import org.mulin.policy.internal.PolicyViews.TableView;
import org.mulin.policy.internal.PolicyViews.VersionRow;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of the pack and their versions, for list keepers. */
@RestController
@RequestMapping("/api/policy/tables")
class TableController {
    private final PolicyReadings readings;
    private final Changes changes;
    private final DraftService service;
    private final VersionWatch watch;
    private final OnceOnly onceOnly;

    TableController(
            PolicyReadings readings, Changes changes, DraftService service, VersionWatch watch, OnceOnly onceOnly) {
        this.readings = readings;
        this.changes = changes;
        this.service = service;
        this.watch = watch;
        this.onceOnly = onceOnly;
    }

    record VersionWithdrawal(
            @NotBlank @Written @Size(max = 500) String reason) {}

    private record Kept(long version) {}

    @GetMapping
    List<TableRow> packTables(Actor actor) {
        actor.require(Policy.PUBLISH);
        return readings.tables(actor);
    }

    @GetMapping("/{table}")
    TableView packTable(Actor actor, @PathVariable String table) {
        actor.require(Policy.PUBLISH);
        return readings.open(readings.table(table), actor);
    }

    @GetMapping("/{table}/versions")
    Page<VersionRow> tableVersions(
            Actor actor,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Policy.PUBLISH);
        return readings.versions(readings.table(table), cursor, Page.limit(limit));
    }

    @GetMapping("/{table}/versions/{version}/difference")
    DifferenceView versionDifference(
            Actor actor,
            @PathVariable String table,
            @PathVariable long version,
            @RequestParam long from,
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Policy.PUBLISH);
        PackTable<?> found = readings.table(table);
        return changes.page(found, readings.difference(found, from, version), kind, q, cursor, Page.limit(limit));
    }

    @GetMapping(path = "/{table}/versions/{version}/file", produces = "*/*")
    void versionFile(
            Actor actor,
            @PathVariable String table,
            @PathVariable long version,
            @RequestParam(defaultValue = "xlsx") String as,
            HttpServletResponse response)
            throws IOException {
        actor.require(Policy.PUBLISH);
        PackTable<?> found = readings.table(table);
        send(found, readings.text(found, version), "v" + version, as, response);
    }

    @PostMapping("/{table}/versions/{version}/withdrawals")
    TableView withdrawVersion(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable String table,
            @PathVariable long version,
            @RequestBody @Valid VersionWithdrawal body) {
        PackTable<?> found = readings.table(table);
        service.demand(found, actor);
        onceOnly.run(actor, key, Kept.class, () -> {
            service.withdraw(found, version, body.reason(), actor);
            return new Kept(version);
        });
        watch.changed();
        return readings.open(found, actor);
    }

    static void send(PackTable<?> table, String text, String version, String as, HttpServletResponse response)
            throws IOException {
        TableFiles.Kind kind = TableFiles.Kind.of(as);
        response.setContentType(kind.mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(TableFiles.name(table, version, kind))
                        .build()
                        .toString());
        TableFiles.write(table, text, kind, LocaleContextHolder.getLocale(), response.getOutputStream());
    }
}
