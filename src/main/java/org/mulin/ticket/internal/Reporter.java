package org.mulin.ticket.internal;

import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Refused;

/** 上报人: the member of staff who brings an appeal in, of own sight or for somebody else, and the unit of the post. */
record Reporter(UUID accountId, UUID unitId) {
    /** @throws Refused {@code post-missing} when the actor holds no post */
    static Reporter of(Actor actor) {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw Refused.of("post-missing");
        }
        return new Reporter(actor.accountId(), unit);
    }
}
