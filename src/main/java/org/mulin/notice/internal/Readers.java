package org.mulin.notice.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mulin.base.Actor;
import org.mulin.organization.Appointment;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

/** Whose messages an actor reads: an account's own, or those of the unit and post it holds. */
@Component
class Readers {
    private final Units units;
    private final Policy policy;

    Readers(Units units, Policy policy) {
        this.units = units;
        this.policy = policy;
    }

    /** Messages to the account itself. */
    static Reader own(Actor actor) {
        return new Reader(actor.accountId(), null, null, Set.of(), Instant.EPOCH);
    }

    Reader of(Actor actor) {
        Optional<Appointment> held = actor.isStaff() ? units.appointmentOf(actor.accountId()) : Optional.empty();
        return held.map(post -> new Reader(
                        actor.accountId(),
                        post.unit().id(),
                        post.post().id(),
                        actor.rights(),
                        post.from().atStartOfDay(policy.city().zone()).toInstant()))
                .orElseGet(() -> own(actor));
    }
}
