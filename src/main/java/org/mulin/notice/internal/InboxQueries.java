package org.mulin.notice.internal;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.mulin.notice.internal.db.Tables.MESSAGE;
import static org.mulin.notice.internal.db.Tables.READING;
import static org.mulin.notice.internal.db.Tables.READING_MARK;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.springframework.stereotype.Repository;

/** Reads the inbox; every finder takes the reader and finds that reader's messages only. */
@Repository
class InboxQueries {
    /** Nobody needs to know more exactly how much waits. */
    static final int UNREAD_MAX = 200;

    private final DSLContext sql;

    InboxQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param text in the reader's language
     * @param ticketId null for a summary of many tickets, and for what is about no ticket
     * @param subject what it is about when it is about no ticket
     * @param count how many tickets it tells of
     */
    record InboxRow(
            UUID id,
            InboxKind kind,
            String text,
            @Nullable UUID ticketId,
            @Nullable UUID appealId,
            @Nullable InboxSubject subject,
            @Nullable UUID subjectId,
            int count,
            Instant at,
            boolean read) {}

    /**
     * @param unread counted up to {@link #UNREAD_MAX}
     * @param newestWorkId of the newest unread message that work has come; null when there is none
     */
    record InboxState(
            int unread,
            Map<InboxKind, Integer> unreadByKind,
            @Nullable UUID newestWorkId) {}

    /** Newest first. */
    Page<InboxRow> list(
            Reader reader, boolean unreadOnly, @Nullable InboxKind kind, @Nullable String cursor, int limit) {
        Condition wanted = isFor(reader);
        if (unreadOnly) {
            wanted = wanted.and(isUnread(reader));
        }
        if (kind != null) {
            wanted = wanted.and(MESSAGE.KIND.eq(kind.name()));
        }
        Field<Boolean> read = field(isUnread(reader).not());
        List<InboxRow> found = sql.select(MESSAGE.fields())
                .select(read)
                .from(MESSAGE)
                .where(wanted, after(cursor))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(limit + 1)
                .fetch(row -> view(row, row.get(read)));
        return Page.cut(found, limit, InboxRow::id);
    }

    private static InboxRow view(Record row, boolean read) {
        boolean summary = row.get(MESSAGE.SUMMARY_OF) != null;
        String subject = row.get(MESSAGE.SUBJECT);
        List<String> arguments =
                summary ? List.of(String.valueOf(row.get(MESSAGE.COUNT))) : List.of(row.get(MESSAGE.ARGUMENTS));
        return new InboxRow(
                row.get(MESSAGE.ID),
                InboxKind.valueOf(row.get(MESSAGE.KIND)),
                Texts.here(new Said(row.get(MESSAGE.TEXT_CODE), arguments)),
                row.get(MESSAGE.TICKET_ID),
                row.get(MESSAGE.APPEAL_ID),
                subject == null ? null : InboxSubject.valueOf(subject),
                row.get(MESSAGE.SUBJECT_ID),
                row.get(MESSAGE.COUNT),
                row.get(MESSAGE.AT),
                read);
    }

    InboxState state(Reader reader) {
        Map<InboxKind, Integer> counts = new EnumMap<>(InboxKind.class);
        UUID[] newest = new UUID[1];
        sql.select(MESSAGE.ID, MESSAGE.KIND)
                .from(MESSAGE)
                .where(isFor(reader), isUnread(reader))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(UNREAD_MAX)
                .forEach(row -> {
                    InboxKind kind = InboxKind.valueOf(row.value2());
                    counts.merge(kind, 1, Integer::sum);
                    if (newest[0] == null && kind == InboxKind.ARRIVED) {
                        newest[0] = row.value1();
                    }
                });
        int unread = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new InboxState(unread, counts, newest[0]);
    }

    /** The one gate to messages. */
    static Condition isFor(Reader reader) {
        if (reader.unitId() == null) {
            return MESSAGE.ACCOUNT_ID.eq(reader.accountId());
        }
        return MESSAGE.UNIT_ID
                .eq(reader.unitId())
                .and(MESSAGE.POST_ID.isNull().or(MESSAGE.POST_ID.eq(reader.postId())))
                .and(MESSAGE.RIGHT_NEEDED.in(reader.rights()));
    }

    /** A summary that grew after it was read is unread again. */
    private static Condition isUnread(Reader reader) {
        return MESSAGE.AT
                .gt(coalesce(
                        field(select(READING_MARK.UP_TO)
                                .from(READING_MARK)
                                .where(READING_MARK.ACCOUNT_ID.eq(reader.accountId()))),
                        val(Instant.EPOCH)))
                .and(MESSAGE.AT.ge(reader.since()))
                .andNot(exists(selectOne()
                        .from(READING)
                        .where(
                                READING.ACCOUNT_ID.eq(reader.accountId()),
                                READING.MESSAGE_ID.eq(MESSAGE.ID),
                                READING.AT.ge(MESSAGE.AT))));
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return noCondition();
        }
        var last = MESSAGE.as("last");
        return row(MESSAGE.AT, MESSAGE.ID)
                .lt(select(last.AT, last.ID).from(last).where(last.ID.eq(Page.cursorId(cursor))));
    }
}
