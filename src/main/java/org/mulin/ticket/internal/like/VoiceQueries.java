package org.mulin.ticket.internal.like;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.ChangeQueries;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the appeals of tickets that have changed; the same way as the figures do, so that none is missed. */
@Repository
class VoiceQueries {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final List<String> OPEN = List.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");

    private final DSLContext sql;

    VoiceQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An appeal without its words.
     *
     * @param place key of its area; of the whole city while nobody knows
     * @param person the phone's blind index, else the account, else empty
     * @param open its ticket is being worked on
     * @param gone withdrawn
     */
    record Heard(UUID appealId, UUID ticketId, String place, boolean open, boolean gone, Instant at, String person) {}

    /**
     * Gives the appeals of each ticket written by this transaction number or a later one, but for those that are older
     * than {@code since} and ended.
     *
     * @return where to go on next time
     */
    @Transactional(readOnly = true)
    public long changedSince(long xact, Instant since, Consumer<Heard> receiver) {
        long next = xact;
        try (Cursor<? extends Record> rows = sql.select(
                        ChangeQueries.SNAPSHOT_XMIN,
                        APPEAL.ID,
                        APPEAL.TICKET_ID,
                        APPEAL.AUTHOR_ID,
                        APPEAL.CONTACT_PHONE_INDEX,
                        APPEAL.SUBMITTED_AT,
                        APPEAL.WITHDRAWN_AT,
                        TICKET_.STATUS,
                        TICKET_.AREA_KEY)
                .from(TICKET_)
                .join(APPEAL)
                .on(APPEAL.TICKET_ID.eq(TICKET_.ID))
                .where(TICKET_.CHANGED_XACT.ge(xact))
                .and(APPEAL.SUBMITTED_AT.ge(since).or(TICKET_.STATUS.in(OPEN)))
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                next = row.get(ChangeQueries.SNAPSHOT_XMIN);
                receiver.accept(heard(row));
            }
        }
        return next;
    }

    Map<UUID, Text> words(Collection<UUID> appealIds) {
        return sql.select(APPEAL.ID, APPEAL.SUBJECT, APPEAL.WORDS)
                .from(APPEAL)
                .where(APPEAL.ID.in(appealIds))
                .fetchMap(APPEAL.ID, row -> new Text(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS)));
    }

    private static Heard heard(Record row) {
        byte[] phone = row.get(APPEAL.CONTACT_PHONE_INDEX);
        UUID author = row.get(APPEAL.AUTHOR_ID);
        TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
        return new Heard(
                row.get(APPEAL.ID),
                row.get(APPEAL.TICKET_ID),
                row.get(TICKET_.AREA_KEY),
                OPEN.contains(status.name()),
                row.get(APPEAL.WITHDRAWN_AT) != null,
                row.get(APPEAL.SUBMITTED_AT),
                phone != null ? HexFormat.of().formatHex(phone) : author != null ? author.toString() : "");
    }
}
