package org.mulin.base;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a resident, a member of staff through a post in a unit, or the system itself. What the actor may reach is
 * {@code scope}; what the actor may do is {@code rights} (names such as {@code ticket:handle}, declared by modules).
 */
public record Actor(
        UUID accountId,
        Kind kind,
        String name,
        @Nullable UUID unitId,
        @Nullable String unitName,
        AreaRange scope,
        Set<String> rights) {

    public enum Kind {
        RESIDENT,
        STAFF,
        SYSTEM
    }

    /** The system acting by its own rules; it is shown as 系统. */
    public static final Actor SYSTEM =
            new Actor(new UUID(0, 0), Kind.SYSTEM, "系统", null, null, AreaRange.ALL, Set.of());

    /** A kept name as it is shown to whoever reads it now. */
    public static String shown(UUID accountId, String name) {
        return accountId.equals(SYSTEM.accountId) ? Texts.here(Said.of("actor.system")) : name;
    }

    public boolean has(String right) {
        return rights.contains(right);
    }

    /** @throws Refused {@code right-missing} (403) when the actor lacks the right */
    public void require(String right) {
        if (!has(right)) {
            throw Refused.of("right-missing", right);
        }
    }

    public boolean isResident() {
        return kind == Kind.RESIDENT;
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }
}
