package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.file.Cells;
import org.mulin.file.RawRow;
import org.mulin.file.RowFormat;
import org.mulin.file.RowSource;
import org.mulin.file.UnpackedFile;
import org.mulin.job.Jobs;
import org.mulin.ticket.Channel;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in, looks at them, and hands them to a job. */
@Service
class ImportService {
    static final String RIGHT = "ticket:import";
    /** Channels that hand their appeals on as files. */
    private static final Set<Channel> EXPORTING = EnumSet.of(Channel.HOTLINE, Channel.MAILBOX, Channel.COUNTER);

    private static final int PREVIEW_ROWS = 10;
    private static final int PREVIEW_CHARS = 120;
    private static final int FILE_NAME_MAX = 200;
    /** A file that nobody started, or that failed, is not kept longer. */
    private static final Duration CONTENT_KEPT = Duration.ofDays(30);

    private final ImportRepository repository;
    private final ImportQueries queries;
    private final Jobs jobs;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    ImportService(
            ImportRepository repository, ImportQueries queries, Jobs jobs, Audit audit, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Reads the whole file once: what cannot be read is refused before anything is kept. */
    StoredImport look(Path upload, String name, Channel channel) {
        checkPacked(upload, name);
        try (InputStream in = Files.newInputStream(upload);
                UnpackedFile unpacked = UnpackedFile.of(in, Files.size(upload));
                RowSource rows = rows(unpacked, name)) {
            List<List<String>> preview = new ArrayList<>();
            long total = 0;
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (total++ < PREVIEW_ROWS) {
                    preview.add(row.cells().stream().map(ImportService::excerpt).toList());
                }
            }
            if (total == 0) {
                throw Refused.of("import-empty").at("file");
            }
            return new StoredImport(
                    Ids.next(),
                    bounded(name),
                    channel,
                    unpacked.format(),
                    unpacked.charset(),
                    rows.columns(),
                    preview,
                    ImportMapping.recognised(rows.columns()),
                    total,
                    null,
                    clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused {@code import-file-kind} when the file only bears the name of a workbook */
    private RowSource rows(UnpackedFile unpacked, String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx") && unpacked.format() != RowFormat.XLSX) {
            throw Refused.of("import-file-kind").at("file");
        }
        return unpacked.rows(json);
    }

    private static void checkPacked(Path upload, String name) {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".gz") && !UnpackedFile.isPacked(upload)) {
                throw Refused.of("import-not-gzip").at("file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(StoredImport file, Path upload, Actor actor) {
        repository.insert(file, actor);
        try (InputStream in = Files.newInputStream(upload)) {
            repository.insertContent(file.id(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(actor, Audit.Act.of("import.upload", "import", file.id()).with("rows=" + file.rowsTotal()));
    }

    void start(UUID id, @Nullable ImportMapping wanted, Actor actor) {
        StoredImport file = queries.find(id).orElseThrow(Absent::new);
        ImportMapping mapping = wanted == null ? file.mapping() : wanted;
        mapping.check(file.columns());
        String parameters = json.writeValueAsString(new ImportHandler.Parameters(id));
        UUID job = jobs.queue(ImportHandler.NAME, parameters, actor);
        if (!repository.start(id, mapping, job)) {
            throw Refused.of("import-started");
        }
        audit.record(actor, Audit.Act.of("import.start", "import", id));
    }

    void cancel(UUID id, Actor actor) {
        UUID job = queries.find(id).orElseThrow(Absent::new).jobId();
        if (job == null) {
            throw Refused.of("import-not-started");
        }
        jobs.cancel(job);
        audit.record(actor, Audit.Act.of("import.cancel", "import", id));
    }

    @Transactional
    void noteExport(UUID id, Actor actor) {
        StoredImport file = queries.find(id).orElseThrow(Absent::new);
        audit.record(actor, Audit.Act.of("import.export-rejected", "import", file.id()));
    }

    @Scheduled(fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void forgetOldContent() {
        repository.deleteContentOlderThan(CONTENT_KEPT);
    }

    static Channel channel(String word) {
        try {
            Channel channel = Channel.valueOf(word.toUpperCase(Locale.ROOT));
            if (EXPORTING.contains(channel)) {
                return channel;
            }
        } catch (IllegalArgumentException e) {
            throw Malformed.of("channel", "import-channel");
        }
        throw Malformed.of("channel", "import-channel");
    }

    private static String excerpt(String cell) {
        return cell.length() > PREVIEW_CHARS ? cell.substring(0, PREVIEW_CHARS) + "…" : cell;
    }

    /** The end of a long name tells more than its beginning. */
    private static String bounded(String name) {
        String clean = Cells.storable(name);
        return clean.length() > FILE_NAME_MAX ? clean.substring(clean.length() - FILE_NAME_MAX) : clean;
    }
}
