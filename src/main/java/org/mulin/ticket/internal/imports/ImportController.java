package org.mulin.ticket.internal.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.imports.ImportViews.ImportStart;
import org.mulin.ticket.internal.imports.ImportViews.ImportView;
import org.mulin.ticket.internal.imports.ImportViews.RejectionView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/imports")
class ImportController {
    private final ImportService service;
    private final ImportReadings readings;
    private final OnceOnly onceOnly;

    /** What is kept for a repeated request: never the preview, whose cells name people. */
    private record Kept(UUID id) {}

    ImportController(ImportService service, ImportReadings readings, OnceOnly onceOnly) {
        this.service = service;
        this.readings = readings;
        this.onceOnly = onceOnly;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "hotline") String channel) {
        actor.require(ImportService.RIGHT);
        Channel from = ImportService.channel(channel);
        Path upload = temporary(file);
        try {
            return once(actor, key, () -> {
                StoredImport looked = service.look(upload, String.valueOf(file.getOriginalFilename()), from);
                service.keep(looked, upload, actor);
                return looked.id();
            });
        } finally {
            delete(upload);
        }
    }

    @PostMapping("/{id}/starts")
    ImportView start(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody ImportStart start) {
        actor.require(ImportService.RIGHT);
        return once(actor, key, () -> {
            service.start(id, start.mapping(), actor);
            return id;
        });
    }

    @PostMapping("/{id}/cancellations")
    ImportView cancel(Actor actor, @RequestHeader("Idempotency-Key") String key, @PathVariable UUID id) {
        actor.require(ImportService.RIGHT);
        return once(actor, key, () -> {
            service.cancel(id, actor);
            return id;
        });
    }

    @GetMapping
    Page<ImportView> page(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(ImportService.RIGHT);
        return readings.page(cursor, Page.limit(limit));
    }

    @GetMapping("/{id}")
    ImportView open(Actor actor, @PathVariable UUID id) {
        actor.require(ImportService.RIGHT);
        return readings.view(id);
    }

    @GetMapping("/{id}/rejections")
    Page<RejectionView> rejections(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        actor.require(ImportService.RIGHT);
        return readings.rejections(id, cursor, Page.limit(limit), locale);
    }

    /** The rows as they were may hold personal data, so that taking them out is written down. */
    @GetMapping(path = "/{id}/rejected.csv", produces = "text/csv;charset=UTF-8")
    void rejectedFile(Actor actor, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        actor.require(ImportService.RIGHT);
        service.noteExport(id, actor);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("rejected.csv").build().toString());
        readings.writeRejected(id, response.getWriter(), locale);
    }

    private ImportView once(Actor actor, String key, Supplier<UUID> write) {
        Kept kept = onceOnly.run(actor, key, Kept.class, () -> new Kept(write.get()));
        return readings.view(kept.id());
    }

    private static Path temporary(MultipartFile file) {
        try {
            Path path = Files.createTempFile("mulin-upload", null);
            file.transferTo(path);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
