package org.mulin.notice.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for: those of a unit who hold a right, perhaps on one post only, or one account.
 *
 * @param right null exactly when {@code unitId} is
 */
record Recipient(
        @Nullable UUID unitId,
        @Nullable UUID postId,
        @Nullable String right,
        @Nullable UUID accountId) {
    private static final String HANDLE = "ticket:handle";
    private static final String TRIAGE = "ticket:triage";

    /** Whoever handles tickets in the unit. */
    static Recipient unit(UUID unitId) {
        return new Recipient(unitId, null, HANDLE, null);
    }

    static Recipient post(UUID unitId, UUID postId) {
        return new Recipient(unitId, postId, HANDLE, null);
    }

    /** Whoever decides in the unit where tickets belong. */
    static Recipient dispatchers(UUID unitId) {
        return new Recipient(unitId, null, TRIAGE, null);
    }

    /** Whoever holds the right in the unit. */
    static Recipient holders(UUID unitId, String right) {
        return new Recipient(unitId, null, right, null);
    }

    static Recipient account(UUID accountId) {
        return new Recipient(null, null, null, accountId);
    }

    /** The unit's or the account's, for signals. */
    UUID id() {
        return Objects.requireNonNull(unitId == null ? accountId : unitId);
    }
}
