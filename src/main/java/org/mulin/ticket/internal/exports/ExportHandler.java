package org.mulin.ticket.internal.exports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mulin.base.Refused;
import org.mulin.job.Advance;
import org.mulin.job.Job;
import org.mulin.job.JobHandler;
import org.mulin.job.JobRun;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of an export, batch by batch; the cursor is how many tickets are done. */
@Component
class ExportHandler implements JobHandler {
    static final String NAME = "export-tickets";
    static final String WRITTEN = "written";
    private static final int BATCH_ROWS = 500;

    record Parameters(UUID exportId) {}

    private final ExportRepository repository;
    private final ExportQueries queries;
    private final JsonMapper json;

    ExportHandler(ExportRepository repository, ExportQueries queries, JsonMapper json) {
        this.repository = repository;
        this.queries = queries;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobRun open(Job job) {
        UUID id = json.readValue(job.parameters(), Parameters.class).exportId();
        ListExport export = repository.find(id).orElseThrow(() -> Refused.of("export-gone"));
        return new Run(export, job.cursor() == null ? 0 : Integer.parseInt(job.cursor()));
    }

    /** One node's run. */
    private final class Run implements JobRun {
        private final ListExport export;
        private int done;
        private List<UUID> batch = List.of();
        private List<List<String>> rows = List.of();

        Run(ListExport export, int done) {
            this.export = export;
            this.done = done;
        }

        @Override
        public boolean readAhead() {
            batch = repository.tickets(export.id(), done, BATCH_ROWS);
            if (!batch.isEmpty()) {
                rows = inLanguage(export.language());
            }
            return !batch.isEmpty();
        }

        private List<List<String>> inLanguage(Locale language) {
            LocaleContext before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(language);
            try {
                return queries.rows(export.actor(), batch);
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        }

        @Override
        public Advance write() {
            repository.insertRows(export.id(), done, rows);
            done += batch.size();
            return new Advance(Integer.toString(done), Map.of(WRITTEN, (long) rows.size()), List.of(), List.of());
        }

        @Override
        public void close() {}
    }
}
