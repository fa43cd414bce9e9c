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
    /** Accounts remember their failures until somebody gets in; names that nobody has do it as long as it matters. */
    private static final Duration NAMES_KEPT = Duration.ofDays(90);

    private final SignInCodeRepository codes;
    private final RateLimitRepository limits;
    private final UnknownNameRepository names;
    private final Clock clock;

    AccessHousekeeping(
            SignInCodeRepository codes, RateLimitRepository limits, UnknownNameRepository names, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.names = names;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Instant now = clock.instant();
        Instant limit = now.minus(KEPT);
        codes.deleteBefore(limit);
        limits.deleteBefore(limit);
        names.deleteBefore(now.minus(NAMES_KEPT));
    }
}
