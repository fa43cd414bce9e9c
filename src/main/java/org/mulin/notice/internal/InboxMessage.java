package org.mulin.notice.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;

/**
 * 站内消息: one thing told to one recipient.
 *
 * @param ticketId null for a summary, and for what is about no ticket
 * @param appealId the recipient's own appeal; null for staff
 * @param count how many tickets it tells of; a summary's text has it as its only argument
 * @param summaryOf messages of the same become one; null for a message about one ticket
 * @param subject what it is about when it is about no ticket
 * @param at when it happened
 */
record InboxMessage(
        Recipient to,
        InboxKind kind,
        @Nullable UUID ticketId,
        @Nullable UUID appealId,
        Said said,
        int count,
        @Nullable String summaryOf,
        @Nullable InboxSubject subject,
        @Nullable UUID subjectId,
        Instant at) {

    static InboxMessage about(Recipient to, InboxKind kind, UUID ticketId, Said said, Instant at) {
        return new InboxMessage(to, kind, ticketId, null, said, 1, null, null, null, at);
    }

    static InboxMessage about(
            Recipient to, InboxKind kind, InboxSubject subject, UUID subjectId, Said said, Instant at) {
        return new InboxMessage(to, kind, null, null, said, 1, null, subject, subjectId, at);
    }

    /** For an author with an account; nobody else has a page to read it on. */
    static Stream<InboxMessage> progress(ResidentTidings.Tiding tiding) {
        return Stream.ofNullable(tiding.author().accountId())
                .map(account -> new InboxMessage(
                        Recipient.account(account),
                        InboxKind.PROGRESS,
                        tiding.ticketId(),
                        tiding.author().appealId(),
                        tiding.news(),
                        1,
                        null,
                        null,
                        null,
                        tiding.at()));
    }

    /** One message a recipient, kind and minute, however many tickets a batch brings. */
    static InboxMessage summary(Recipient to, InboxKind kind, String textCode, int count, Instant at) {
        String key = to.id() + " " + to.right() + " " + textCode + " " + at.truncatedTo(ChronoUnit.MINUTES);
        return new InboxMessage(to, kind, null, null, Said.of(textCode), count, key, null, null, at);
    }
}
