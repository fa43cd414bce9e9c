package org.mulin.ticket.internal.figures;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.ChangeQueries;
import org.mulin.triage.Point;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what has changed, as {@link ChangeQueries} says. */
@Repository
class ColumnQueries {
    private static final int ROWS_AT_ONCE = 5_000;

    private final DSLContext sql;

    ColumnQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Gives each ticket written by this transaction number or a later one.
     *
     * @return where to go on next time
     */
    @Transactional(readOnly = true)
    public long changedSince(long xact, Consumer<ColumnRow> receiver) {
        long next = xact;
        try (Cursor<? extends Record> rows = sql.select(
                        ChangeQueries.SNAPSHOT_XMIN,
                        TICKET_.ID,
                        TICKET_.NUMBER,
                        TICKET_.STATUS,
                        TICKET_.CHANNEL,
                        TICKET_.MATTER_CODE,
                        TICKET_.AREA_KEY,
                        TICKET_.LON,
                        TICKET_.LAT,
                        TICKET_.LEAD_UNIT_ID,
                        TICKET_.OPENED_AT,
                        TICKET_.DUE_AT,
                        TICKET_.RESPONSE,
                        TICKET_.SOLVED,
                        TICKET_.SATISFACTION,
                        TICKET_.EXCLUDED_FROM,
                        TICKET_.UNREACHABLE,
                        TICKET_.OWN_AREA_KEY,
                        TICKET_.OWN_UNIT_IDS)
                .from(TICKET_)
                .where(TICKET_.CHANGED_XACT.ge(xact))
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                next = row.get(ChangeQueries.SNAPSHOT_XMIN);
                receiver.accept(row(row));
            }
        }
        return next;
    }

    private static ColumnRow row(Record row) {
        Double lon = row.get(TICKET_.LON);
        Double lat = row.get(TICKET_.LAT);
        String response = row.get(TICKET_.RESPONSE);
        Integer satisfaction = row.get(TICKET_.SATISFACTION);
        return new ColumnRow(
                row.get(TICKET_.ID),
                row.get(TICKET_.NUMBER),
                TicketStatus.valueOf(row.get(TICKET_.STATUS)),
                Channel.valueOf(row.get(TICKET_.CHANNEL)),
                row.get(TICKET_.MATTER_CODE),
                row.get(TICKET_.AREA_KEY),
                lon == null || lat == null ? null : new Point(lon, lat),
                row.get(TICKET_.LEAD_UNIT_ID),
                row.get(TICKET_.OPENED_AT),
                row.get(TICKET_.DUE_AT),
                response == null ? null : response.equals("IN_TIME"),
                Boolean.TRUE.equals(row.get(TICKET_.SOLVED)),
                satisfaction == null ? 0 : satisfaction,
                rates(row.get(TICKET_.EXCLUDED_FROM)),
                Boolean.TRUE.equals(row.get(TICKET_.UNREACHABLE)),
                row.get(TICKET_.OWN_AREA_KEY),
                holds(row.get(TICKET_.OWN_UNIT_IDS), row.get(TICKET_.LEAD_UNIT_ID)));
    }

    private static boolean holds(UUID @Nullable [] ids, @Nullable UUID id) {
        return ids != null && id != null && Arrays.asList(ids).contains(id);
    }

    private static Set<RateKind> rates(String @Nullable [] names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names).map(RateKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
