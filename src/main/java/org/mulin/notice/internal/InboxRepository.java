package org.mulin.notice.internal;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.mulin.notice.internal.db.Tables.MESSAGE;
import static org.mulin.notice.internal.db.Tables.READING;
import static org.mulin.notice.internal.db.Tables.READING_MARK;
import static org.mulin.notice.internal.db.Tables.TAKEN_CHANGES;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.mulin.base.Ids;
import org.mulin.notice.internal.db.tables.records.MessageRecord;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class InboxRepository {
    private static final Duration MESSAGES_KEPT = Duration.ofDays(90);
    private static final Duration CHANGES_KEPT = Duration.ofDays(30);

    private final DSLContext sql;
    private final Clock clock;

    InboxRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether these changes come for the first time. */
    boolean takeOnce(UUID key, Instant now) {
        return sql.insertInto(TAKEN_CHANGES)
                        .set(TAKEN_CHANGES.KEY, key)
                        .set(TAKEN_CHANGES.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * One statement for all; a summary that is there already grows. A message bears the moment at which it can be seen,
     * so that whoever says "all read" means none that was on its way.
     */
    void insert(List<InboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        sql.insertInto(MESSAGE, MESSAGE.fields())
                .valuesOfRecords(
                        messages.stream().map(message -> row(message, now)).toList())
                .onConflict(MESSAGE.SUMMARY_OF)
                .doUpdate()
                .set(MESSAGE.COUNT, MESSAGE.COUNT.plus(excluded(MESSAGE.COUNT)))
                .set(MESSAGE.AT, excluded(MESSAGE.AT))
                .execute();
    }

    private static MessageRecord row(InboxMessage message, Instant now) {
        return new MessageRecord(
                Ids.next(),
                message.to().unitId(),
                message.to().postId(),
                message.to().right(),
                message.to().accountId(),
                message.kind().name(),
                message.ticketId(),
                message.appealId(),
                message.said().code(),
                message.said().arguments().toArray(String[]::new),
                message.count(),
                message.summaryOf(),
                now,
                message.subject() == null ? null : message.subject().name(),
                message.subjectId());
    }

    /** Marks those of the messages that are the reader's. */
    @Transactional
    void read(Reader reader, Collection<UUID> ids) {
        sql.insertInto(READING, READING.ACCOUNT_ID, READING.MESSAGE_ID, READING.AT)
                .select(select(val(reader.accountId()), MESSAGE.ID, val(clock.instant()))
                        .from(MESSAGE)
                        .where(MESSAGE.ID.in(ids), InboxQueries.isFor(reader)))
                .onConflict(READING.ACCOUNT_ID, READING.MESSAGE_ID)
                .doUpdate()
                .set(READING.AT, excluded(READING.AT))
                .execute();
    }

    /** Everything up to this moment counts as read; the mark never goes back. */
    @Transactional
    void readAll(Reader reader, Instant upTo) {
        Instant now = clock.instant();
        sql.insertInto(READING_MARK)
                .set(READING_MARK.ACCOUNT_ID, reader.accountId())
                .set(READING_MARK.UP_TO, upTo.isAfter(now) ? now : upTo)
                .onConflict(READING_MARK.ACCOUNT_ID)
                .doUpdate()
                .set(READING_MARK.UP_TO, greatest(READING_MARK.UP_TO, excluded(READING_MARK.UP_TO)))
                .execute();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Instant now = clock.instant();
        sql.deleteFrom(MESSAGE).where(MESSAGE.AT.lt(now.minus(MESSAGES_KEPT))).execute();
        sql.deleteFrom(TAKEN_CHANGES)
                .where(TAKEN_CHANGES.AT.lt(now.minus(CHANGES_KEPT)))
                .execute();
    }
}
