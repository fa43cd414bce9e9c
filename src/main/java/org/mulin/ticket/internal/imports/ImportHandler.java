package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.base.Sealing;
import org.mulin.file.UnpackedFile;
import org.mulin.job.Job;
import org.mulin.job.JobHandler;
import org.mulin.job.JobRun;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.Intake;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does an import: opens the stored file, goes to where the last batch ended, and on from there. */
@Component
class ImportHandler implements JobHandler {
    static final String NAME = "import-tickets";

    record Parameters(UUID importId) {}

    private final ImportRepository repository;
    private final ImportQueries queries;
    private final Intake intake;
    private final Policy policy;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    ImportHandler(
            ImportRepository repository,
            ImportQueries queries,
            Intake intake,
            Policy policy,
            Sealing sealing,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.intake = intake;
        this.policy = policy;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobRun open(Job job) {
        UUID id = json.readValue(job.parameters(), Parameters.class).importId();
        StoredImport file = queries.find(id).orElseThrow(() -> Refused.of("import-content-gone"));
        long done = job.cursor() == null ? 0 : Long.parseLong(job.cursor());
        if (done >= file.rowsTotal()) {
            return new ImportRun.Finished();
        }
        long size_bytes = queries.content_bytes(id);
        if (size_bytes == 0) {
            throw Refused.of("import-content-gone");
        }
        try {
            UnpackedFile unpacked = UnpackedFile.of(new SequenceInputStream(repository.content(id)), size_bytes);
            return new ImportRun(
                    unpacked,
                    file,
                    done,
                    importer(job),
                    intake,
                    repository,
                    sealing,
                    json,
                    clock,
                    policy.city().zone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Acts for whoever started it; the right was checked then. */
    private static Actor importer(Job job) {
        return new Actor(job.createdBy(), Actor.Kind.STAFF, "", null, null, AreaRange.ALL, Set.of());
    }
}
