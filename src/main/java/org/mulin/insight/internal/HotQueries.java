package org.mulin.insight.internal;

import static org.mulin.insight.internal.db.Tables.HOT_CHANGE;
import static org.mulin.insight.internal.db.Tables.HOT_ISSUE;
import static org.mulin.insight.internal.db.Tables.HOT_TICKET;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is kept of hot issues. */
@Repository
class HotQueries {
    private static final int CHANGES_MAX = 200;

    private final DSLContext sql;

    HotQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** @param otherPlace where the other issue of a merge or a split was */
    record Change(
            UUID issueId,
            HotChangeKind kind,
            @Nullable String otherPlace,
            int tickets,
            List<String> words,
            Instant at) {}

    Map<UUID, UUID> issueOf(Collection<UUID> tickets) {
        return sql.selectFrom(HOT_TICKET)
                .where(HOT_TICKET.TICKET_ID.in(tickets))
                .fetchMap(HOT_TICKET.TICKET_ID, HOT_TICKET.ISSUE_ID);
    }

    Map<UUID, Instant> toldAt(Collection<UUID> issues) {
        return sql.select(HOT_ISSUE.ID, HOT_ISSUE.TOLD_AT)
                .from(HOT_ISSUE)
                .where(HOT_ISSUE.ID.in(issues), HOT_ISSUE.TOLD_AT.isNotNull())
                .fetchMap(HOT_ISSUE.ID, HOT_ISSUE.TOLD_AT);
    }

    /** What happened to these issues, and what became part of them; the newest first. */
    List<Change> changes(Collection<UUID> issues) {
        var other = HOT_ISSUE.as("other");
        return sql.select(
                        HOT_CHANGE.ISSUE_ID,
                        HOT_CHANGE.KIND,
                        HOT_CHANGE.OTHER_ID,
                        HOT_CHANGE.TICKETS,
                        HOT_CHANGE.WORDS,
                        HOT_CHANGE.AT,
                        HOT_ISSUE.PLACE,
                        other.PLACE)
                .from(HOT_CHANGE)
                .join(HOT_ISSUE)
                .on(HOT_ISSUE.ID.eq(HOT_CHANGE.ISSUE_ID))
                .leftJoin(other)
                .on(other.ID.eq(HOT_CHANGE.OTHER_ID))
                .where(HOT_CHANGE.ISSUE_ID.in(issues).or(HOT_CHANGE.OTHER_ID.in(issues)))
                .orderBy(HOT_CHANGE.AT.desc(), HOT_CHANGE.ID.desc())
                .limit(CHANGES_MAX)
                .fetch(row -> {
                    HotChangeKind kind = HotChangeKind.valueOf(row.get(HOT_CHANGE.KIND));
                    boolean into = kind == HotChangeKind.MERGED;
                    return new Change(
                            into ? row.get(HOT_CHANGE.OTHER_ID) : row.get(HOT_CHANGE.ISSUE_ID),
                            kind,
                            into ? row.get(HOT_ISSUE.PLACE) : row.get(other.PLACE),
                            row.get(HOT_CHANGE.TICKETS),
                            Arrays.asList(row.get(HOT_CHANGE.WORDS)),
                            row.get(HOT_CHANGE.AT));
                });
    }
}
