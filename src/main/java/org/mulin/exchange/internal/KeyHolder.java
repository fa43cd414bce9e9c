package org.mulin.exchange.internal;

import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;

/** 密钥持有者: another program, known by its key. */
public record KeyHolder(UUID keyId, String name) {
    /** It acts as a program: no rights of staff, no area. */
    public Actor actor() {
        return new Actor(keyId, Actor.Kind.SYSTEM, name, null, null, AreaRange.NONE, Set.of());
    }
}
