package org.mulin.access.internal;

import java.util.Map;
import java.util.Optional;

/** The roles of the pack, by code. */
record Roles(Map<String, Role> byCode) {
    Optional<Role> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
