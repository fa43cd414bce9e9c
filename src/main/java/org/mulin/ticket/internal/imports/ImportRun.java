package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.base.Actor;
import org.mulin.base.Sealing;
import org.mulin.file.RawRow;
import org.mulin.file.RowSource;
import org.mulin.file.UnpackedFile;
import org.mulin.job.Advance;
import org.mulin.job.JobRun;
import org.mulin.job.RejectedRow;
import org.mulin.ticket.internal.Intake;
import org.mulin.ticket.internal.NewAppeal;
import org.mulin.ticket.internal.Taken;
import tools.jackson.databind.json.JsonMapper;

/** Takes the rows of one file in, batch by batch; the cursor is the number of rows that are done. */
final class ImportRun implements JobRun {
    static final String READ = "read";
    static final String IMPORTED = "imported";
    static final String REPEATED = "repeated";
    /** Of the repeated: with other words than those that are here. */
    static final String DIFFERING = "differing";

    static final String REJECTED = "rejected";
    static final String REMARKED = "remarked";
    static final String DISPATCHED = "dispatched";
    static final String TRIAGE = "triage";
    private static final int BATCH_ROWS = 250;

    private final UnpackedFile unpacked;
    private final StoredImport file;
    private final Actor actor;
    private final Intake intake;
    private final ImportRepository repository;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;
    private final RowSource rows;
    private final AppealReader reader;
    private final List<NewAppeal> appeals = new ArrayList<>();
    /** The rows of the appeals, in their order. */
    private final List<RawRow> taken = new ArrayList<>();

    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<RejectedRow> remarked = new ArrayList<>();
    private long done;

    ImportRun(
            UnpackedFile unpacked,
            StoredImport file,
            long done,
            Actor actor,
            Intake intake,
            ImportRepository repository,
            Sealing sealing,
            JsonMapper json,
            Clock clock,
            ZoneId zone)
            throws IOException {
        this.unpacked = unpacked;
        this.file = file;
        this.done = done;
        this.actor = actor;
        this.intake = intake;
        this.repository = repository;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
        rows = unpacked.rows(json);
        reader = new AppealReader(file.columns(), file.mapping(), file.channel(), zone);
        for (long row = 0; row < done; row++) {
            rows.next();
        }
    }

    /** Where a run finds that its predecessor had only the last word left to say. */
    static final class Finished implements JobRun {
        @Override
        public boolean readAhead() {
            return false;
        }

        @Override
        public Advance write() {
            throw new IllegalStateException("nothing is left to write");
        }

        @Override
        public void close() {}
    }

    @Override
    public boolean readAhead() {
        appeals.clear();
        taken.clear();
        rejected.clear();
        remarked.clear();
        Instant now = clock.instant();
        try {
            while (appeals.size() + rejected.size() < BATCH_ROWS) {
                RawRow row = rows.next();
                if (row == null) {
                    break;
                }
                AppealReader.Read read = reader.read(row, now);
                if (read.appeal() != null) {
                    appeals.add(read.appeal());
                    taken.add(row);
                } else if (read.rejected() != null) {
                    rejected.add(sealed(read.rejected()));
                }
                if (read.remark() != null) {
                    remarked.add(sealed(read.remark()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !appeals.isEmpty() || !rejected.isEmpty();
    }

    @Override
    public Advance write() {
        Map<String, Long> counted = new HashMap<>();
        if (!appeals.isEmpty()) {
            List<Taken> became = intake.registerBatch(actor, appeals);
            for (int i = 0; i < became.size(); i++) {
                count(counted, became.get(i));
                if (became.get(i) == Taken.DIFFERING) {
                    remarked.add(differing(taken.get(i), appeals.get(i)));
                }
            }
        }
        counted.put(READ, (long) appeals.size() + rejected.size());
        done += appeals.size() + rejected.size();
        if (done >= file.rowsTotal()) {
            repository.deleteContent(file.id());
        }
        return new Advance(Long.toString(done), counted, List.copyOf(rejected), List.copyOf(remarked));
    }

    @Override
    public void close() {
        try (unpacked) {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void count(Map<String, Long> counted, Taken taken) {
        if (taken == Taken.REPEATED || taken == Taken.DIFFERING) {
            counted.merge(REPEATED, 1L, Long::sum);
            if (taken == Taken.DIFFERING) {
                counted.merge(DIFFERING, 1L, Long::sum);
            }
        } else {
            counted.merge(IMPORTED, 1L, Long::sum);
            counted.merge(taken == Taken.DISPATCHED ? DISPATCHED : TRIAGE, 1L, Long::sum);
        }
    }

    /** A second line of one id is left out; whoever sent other words under it should know. */
    private RejectedRow differing(RawRow row, NewAppeal appeal) {
        return sealed(new RejectedRow(
                row.line(),
                "id",
                "import-repeated-otherwise",
                List.of(String.valueOf(appeal.externalId())),
                row.cells()));
    }

    /** Rejected cells may hold names and phones: one sealed cell instead of them. */
    private RejectedRow sealed(RejectedRow row) {
        return new RejectedRow(
                row.line(), row.field(), row.code(), row.arguments(), RejectedCells.seal(row.cells(), sealing, json));
    }
}
