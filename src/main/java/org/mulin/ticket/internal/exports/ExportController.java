package org.mulin.ticket.internal.exports;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.ticket.internal.exports.ExportViews.ExportView;
import org.mulin.ticket.internal.exports.ExportViews.ExportWish;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The filtered list as a spreadsheet, for whoever asked for it and nobody else. */
@RestController
@RequestMapping("/api/exports")
class ExportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ExportService service;
    private final ExportWriter writer;
    private final OnceOnly once;

    /** What is kept for a repeated request. */
    private record Begun(UUID id) {}

    ExportController(ExportService service, ExportWriter writer, OnceOnly once) {
        this.service = service;
        this.writer = writer;
        this.once = once;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExportView export(Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid ExportWish body) {
        actor.require(ExportService.RIGHT);
        Begun begun = once.run(actor, key, Begun.class, () -> new Begun(service.begin(actor, body.filter())));
        return service.view(actor, begun.id());
    }

    @GetMapping
    List<ExportView> exports(Actor actor) {
        actor.require(ExportService.RIGHT);
        return service.newest(actor);
    }

    @GetMapping("/{id}")
    ExportView exportOf(Actor actor, @PathVariable UUID id) {
        actor.require(ExportService.RIGHT);
        return service.view(actor, id);
    }

    @GetMapping(path = "/{id}/tickets.xlsx", produces = XLSX)
    void sheet(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        actor.require(ExportService.RIGHT);
        ListExport export = service.take(actor, id);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().cachePrivate().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("tickets.xlsx").build().toString());
        writer.write(export, actor, response.getOutputStream());
    }
}
