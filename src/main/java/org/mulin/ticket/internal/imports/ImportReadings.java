package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Page;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.base.Sealing;
import org.mulin.file.Cells;
import org.mulin.job.Job;
import org.mulin.job.Jobs;
import org.mulin.job.RejectedRow;
import org.mulin.ticket.internal.imports.ImportViews.ImportState;
import org.mulin.ticket.internal.imports.ImportViews.ImportView;
import org.mulin.ticket.internal.imports.ImportViews.RejectionView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads imports together with their jobs. */
@Component
class ImportReadings {
    private static final int ROWS_AT_ONCE = 500;
    private static final int CONTENT_CHARS = 200;

    private final ImportQueries queries;
    private final Jobs jobs;
    private final Problems problems;
    private final Sealing sealing;
    private final JsonMapper json;

    ImportReadings(ImportQueries queries, Jobs jobs, Problems problems, Sealing sealing, JsonMapper json) {
        this.queries = queries;
        this.jobs = jobs;
        this.problems = problems;
        this.sealing = sealing;
        this.json = json;
    }

    ImportView view(UUID id) {
        StoredImport file = queries.find(id).orElseThrow(Absent::new);
        return view(file, file.jobId() == null ? null : jobs.find(file.jobId()).orElse(null));
    }

    Page<ImportView> page(@Nullable String cursor, int limit) {
        Page<StoredImport> page = queries.page(cursor, limit);
        List<StoredImport> files = page.items();
        List<UUID> ids = new ArrayList<>();
        files.forEach(file -> {
            if (file.jobId() != null) {
                ids.add(file.jobId());
            }
        });
        Map<UUID, Job> byId = jobs.findAll(ids);
        return new Page<>(
                files.stream()
                        .map(file -> view(file, file.jobId() == null ? null : byId.get(file.jobId())))
                        .toList(),
                page.next());
    }

    Page<RejectionView> rejections(UUID id, @Nullable String cursor, int limit, Locale locale) {
        long skip = skip(cursor);
        StoredImport file = queries.find(id).orElseThrow(Absent::new);
        List<RejectedRow> rows = rows(id, skip, limit);
        List<RejectionView> views =
                rows.stream().map(row -> rejection(file, row, locale)).toList();
        return new Page<>(views, rows.size() < limit ? null : Long.toString(skip + limit));
    }

    /** Rejected and remarked rows with their columns as they were, then line, field, reason; formulas are made text. */
    void writeRejected(UUID id, Appendable out, Locale locale) throws IOException {
        StoredImport file = queries.find(id).orElseThrow(Absent::new);
        out.append('\ufeff');
        var csv = new CSVPrinter(out, CSVFormat.EXCEL);
        List<String> header = new ArrayList<>(neutralised(file.columns()));
        header.addAll(List.of("原文件行号", "字段", "原因"));
        csv.printRecord(header);
        eachRejected(id, row -> {
            List<String> cells = new ArrayList<>(neutralised(RejectedCells.open(row.cells(), sealing, json)));
            cells.addAll(List.of(Long.toString(row.line()), row.field(), neutralised(reason(row, locale))));
            try {
                csv.printRecord(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv.flush();
    }

    private void eachRejected(UUID id, Consumer<RejectedRow> use) {
        long skip = 0;
        List<RejectedRow> rows = rows(id, skip, ROWS_AT_ONCE);
        while (!rows.isEmpty()) {
            rows.forEach(use);
            skip += rows.size();
            rows = rows(id, skip, ROWS_AT_ONCE);
        }
    }

    private List<RejectedRow> rows(UUID id, long skip, int limit) {
        UUID job = queries.find(id).orElseThrow(Absent::new).jobId();
        return job == null ? List.of() : jobs.rejected(job, skip, limit);
    }

    /** On the page people stay masked; whoever needs them whole takes the file out, which is written down. */
    private RejectionView rejection(StoredImport file, RejectedRow row, Locale locale) {
        String content = String.join(
                " | ", RejectedCells.masked(RejectedCells.open(row.cells(), sealing, json), row.code(), file));
        return new RejectionView(
                row.line(),
                row.field(),
                row.code(),
                reason(row, locale),
                content.length() > CONTENT_CHARS ? content.substring(0, CONTENT_CHARS) + "…" : content);
    }

    private String reason(RejectedRow row, Locale locale) {
        return problems.text(locale, row.code(), List.copyOf(row.arguments()));
    }

    private static ImportView view(StoredImport file, @Nullable Job job) {
        Instant end = job == null ? null : job.finishedAt();
        Double seconds = job == null || job.startedAt() == null || end == null
                ? null
                : Duration.between(job.startedAt(), end).toMillis() / 1000.0;
        return new ImportView(
                file.id(),
                state(job),
                file.fileName(),
                file.channel().name(),
                file.columns(),
                job == null
                        ? file.preview().stream()
                                .map(cells -> RejectedCells.masked(cells, "", file))
                                .toList()
                        : List.of(),
                file.mapping(),
                counted(job, ImportRun.READ),
                file.rowsTotal(),
                counted(job, ImportRun.IMPORTED),
                counted(job, ImportRun.REPEATED),
                counted(job, ImportRun.DIFFERING),
                counted(job, ImportRun.REJECTED),
                counted(job, ImportRun.REMARKED),
                counted(job, ImportRun.DISPATCHED),
                counted(job, ImportRun.TRIAGE),
                seconds,
                job == null ? null : job.startedAt(),
                end,
                job == null ? null : job.failureCode());
    }

    private static ImportState state(@Nullable Job job) {
        return job == null
                ? ImportState.UPLOADED
                : switch (job.state()) {
                    case QUEUED, RUNNING -> ImportState.RUNNING;
                    case DONE -> ImportState.DONE;
                    case FAILED -> ImportState.FAILED;
                    case CANCELLED -> ImportState.CANCELLED;
                };
    }

    private static long counted(@Nullable Job job, String counter) {
        return job == null ? 0 : job.counted(counter);
    }

    private static long skip(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Math.max(0, Long.parseLong(cursor));
        } catch (NumberFormatException e) {
            throw Refused.of("cursor-invalid");
        }
    }

    private static List<String> neutralised(List<String> cells) {
        return cells.stream().map(Cells::neutralised).toList();
    }

    private static String neutralised(String cell) {
        return Cells.neutralised(cell);
    }
}
