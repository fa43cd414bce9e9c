package org.mulin.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its row says; a resident has a phone, a member of staff a username and a password. */
record Account(
        UUID id,
        boolean staff,
        @Nullable String username,
        String displayName,
        @Nullable String passwordHash,
        @Nullable Instant passwordSetAt,
        boolean passwordTemporary,
        int failedCount,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt,
        long version) {

    boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** A password given by somebody else, or older than the limit, must be changed before any work. */
    boolean mustChangePassword(Instant now, int passwordDays_max) {
        return passwordState(now, passwordDays_max) != PasswordState.CURRENT;
    }

    PasswordState passwordState(Instant now, int passwordDays_max) {
        if (!staff) {
            return PasswordState.CURRENT;
        }
        if (passwordTemporary) {
            return PasswordState.TEMPORARY;
        }
        return passwordSetAt == null
                        || passwordSetAt.plus(Duration.ofDays(passwordDays_max)).isBefore(now)
                ? PasswordState.EXPIRED
                : PasswordState.CURRENT;
    }
}
