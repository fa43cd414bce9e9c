package org.mulin.ticket.internal.open;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mulin.access.RateLimits;
import org.mulin.base.Actor;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.TicketSettings;
import org.springframework.stereotype.Component;

/** Keeps one address, or one account, from reading the whole city dry. */
@Component
class Visitors {
    static final String BUCKET = "open-tickets:";
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final Policy policy;

    Visitors(RateLimits limits, Policy policy) {
        this.limits = limits;
        this.policy = policy;
    }

    /** @throws org.mulin.base.Refused {@code too-many-requests} */
    void count(@Nullable Actor actor, HttpServletRequest request) {
        String who = actor == null ? request.getRemoteAddr() : actor.accountId().toString();
        limits.count(BUCKET + who, policy.setting(TicketSettings.OPEN_READS), WINDOW);
    }
}
