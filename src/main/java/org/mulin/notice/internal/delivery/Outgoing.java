package org.mulin.notice.internal.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;

/**
 * Something to be told by phone.
 *
 * @param accountId the member of staff, or the author's account when there is one
 * @param appealId the author's appeal, whose phone is used; null for staff
 * @param rightNeeded what a member of staff must be allowed to do to be told
 * @param onceKey nothing with the same key is sent twice
 */
public record Outgoing(
        @Nullable UUID accountId,
        @Nullable UUID appealId,
        @Nullable String rightNeeded,
        @Nullable UUID ticketId,
        Said said,
        @Nullable String onceKey) {

    public static Outgoing toAuthor(@Nullable UUID accountId, UUID appealId, UUID ticketId, Said said) {
        return new Outgoing(accountId, appealId, null, ticketId, said, null);
    }

    public static Outgoing toStaff(
            UUID accountId, @Nullable String right, @Nullable UUID ticketId, Said said, @Nullable String onceKey) {
        return new Outgoing(accountId, null, right, ticketId, said, onceKey);
    }

    boolean isForStaff() {
        return appealId == null;
    }
}
