package org.mulin.ticket.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;

/**
 * 上报人: the member of staff who brings an appeal in, and the unit of the post.
 *
 * @param consent of the resident for whom it is filed; null when it is of the worker's own sight
 */
record Reporter(UUID accountId, UUID unitId, @Nullable Consent consent) {
    /** @throws Refused {@code post-missing} when the actor holds no post */
    static Reporter of(Actor actor, @Nullable Consent consent) {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw Refused.of("post-missing");
        }
        return new Reporter(actor.accountId(), unit, consent);
    }
}
