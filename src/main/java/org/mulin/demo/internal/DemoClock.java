package org.mulin.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The real time, or days ahead of it, unless the city's past is being played. */
final class DemoClock extends Clock {
    private final AtomicReference<@Nullable Instant> played = new AtomicReference<>();

    private volatile Duration ahead = Duration.ZERO;

    /** Lets this much pass at once; zero goes back to the real time. */
    void ahead(Duration much) {
        ahead = much;
    }

    void play(Instant at) {
        played.set(at);
    }

    void release() {
        played.set(null);
    }

    @Override
    public Instant instant() {
        Instant at = played.get();
        return at == null ? Clock.systemUTC().instant().plus(ahead) : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
