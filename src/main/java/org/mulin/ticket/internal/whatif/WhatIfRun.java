package org.mulin.ticket.internal.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.job.Advance;
import org.mulin.job.JobRun;
import org.mulin.ticket.internal.dispatch.DraftReplay;
import org.mulin.ticket.internal.whatif.WhatIfRepository.Changed;
import org.mulin.ticket.internal.whatif.WhatIfRepository.Kept;

/** Takes decisions once more, batch by batch; the cursor is the last one's time and id. */
final class WhatIfRun implements JobRun {
    static final String READ = "read";
    private static final int BATCH = 500;
    private static final char SEPARATOR = '|';

    private final WhatIf whatIf;
    private final WhatIfRepository repository;
    private final DraftReplay replay;
    private final List<Changed> changed = new ArrayList<>();
    private @Nullable Instant at;
    private @Nullable UUID id;
    private int read;

    WhatIfRun(WhatIf whatIf, WhatIfRepository repository, DraftReplay replay, @Nullable String cursor) {
        this.whatIf = whatIf;
        this.repository = repository;
        this.replay = replay;
        if (cursor != null) {
            int end = cursor.indexOf(SEPARATOR);
            at = Instant.parse(cursor.substring(0, end));
            id = UUID.fromString(cursor.substring(end + 1));
        }
    }

    @Override
    public boolean readAhead() {
        changed.clear();
        List<Kept> batch = repository.after(whatIf, at, id, BATCH);
        for (Kept kept : batch) {
            DraftReplay.Again again = replay.decide(kept.decision());
            Shift.between(kept.decision().decision(), again.decision(), again.calendar())
                    .ifPresent(shift -> changed.add(new Changed(kept, shift)));
            at = kept.at();
            id = kept.id();
        }
        read = batch.size();
        return read > 0;
    }

    @Override
    public Advance write() {
        if (!changed.isEmpty()) {
            repository.insert(whatIf.id(), changed);
        }
        return new Advance(at + String.valueOf(SEPARATOR) + id, Map.of(READ, (long) read), List.of(), List.of());
    }

    @Override
    public void close() {}
}
