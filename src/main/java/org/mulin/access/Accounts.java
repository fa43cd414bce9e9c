package org.mulin.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;

/** Accounts as other modules may know them. */
public interface Accounts {
    /** The resident with this phone number, if there is one. */
    Optional<UUID> resident(String phone);

    /** The phone of an account, in plain: callers check a purpose and keep the audit first. */
    Optional<String> phone(UUID account);

    /**
     * Keeps the number at which a member of staff wants to be reached; null takes it away. A resident's number is what
     * they sign in by and stays.
     *
     * @throws org.mulin.base.Malformed {@code phone-invalid} when it is no mobile number
     */
    void keepPhone(UUID staff, @Nullable String phone);

    /** Who the account is right now, with reach and rights; empty when it is gone or disabled. */
    Optional<Actor> actor(UUID account);

    /** Names to show, of many accounts with one query. */
    Map<UUID, String> displayNames(Collection<UUID> accounts);
}
