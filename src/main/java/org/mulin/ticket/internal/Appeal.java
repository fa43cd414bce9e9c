package org.mulin.ticket.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 诉求: what the life of a ticket needs to know of one author's appeal.
 *
 * @param authorId null when the channel knows no account
 * @param solved the author's verdict on the present round, null before it
 */
record Appeal(
        UUID id,
        @Nullable UUID authorId,
        boolean withdrawn,
        @Nullable Boolean solved) {
    boolean isBy(UUID account) {
        return account.equals(authorId);
    }

    Appeal judged(boolean isSolved) {
        return new Appeal(id, authorId, withdrawn, isSolved);
    }

    Appeal takenBack() {
        return new Appeal(id, authorId, true, solved);
    }

    Appeal unjudged() {
        return new Appeal(id, authorId, withdrawn, null);
    }
}
