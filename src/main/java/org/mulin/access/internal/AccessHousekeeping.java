package org.mulin.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Codes and counted attempts go when no limit looks back at them any more. */
@Component
class AccessHousekeeping {
    private static final Duration KEPT = Duration.ofDays(1);

    private final SignInCodeRepository codes;
    private final RateLimitRepository limits;
    private final Clock clock;

    AccessHousekeeping(SignInCodeRepository codes, RateLimitRepository limits, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Instant limit = clock.instant().minus(KEPT);
        codes.deleteBefore(limit);
        limits.deleteBefore(limit);
    }
}
