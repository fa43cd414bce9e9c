package org.mulin.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts as other modules may know them. */
public interface Accounts {
    /** The resident with this phone number, if there is one. */
    Optional<UUID> resident(String phone);

    /** The phone of a resident's account, in plain: callers check a purpose and keep the audit first. */
    Optional<String> phone(UUID account);

    /** Names to show, of many accounts with one query. */
    Map<UUID, String> displayNames(Collection<UUID> accounts);
}
