package org.mulin.file.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Metres;
import org.mulin.file.Files.Shot;

/** When and where a photo was taken, as its camera says: protected, and sealed where it is kept. */
record Capture(
        @Nullable Instant at,
        @Nullable Double lat,
        @Nullable Double lon) {
    private static final double NEAREST_m = 100;

    /** {@code 2026-11-23T10:00:00Z;28.123456,114.987654}, either part may be empty. */
    String written() {
        return (at == null ? "" : at.toString())
                + ";"
                + (lat == null ? "" : String.format(Locale.ROOT, "%.6f,%.6f", lat, lon));
    }

    static Capture read(String written) {
        int end = written.indexOf(';');
        String at = written.substring(0, end);
        String place = written.substring(end + 1);
        int comma = place.indexOf(',');
        return new Capture(
                at.isEmpty() ? null : Instant.parse(at),
                comma < 0 ? null : Double.valueOf(place.substring(0, comma)),
                comma < 0 ? null : Double.valueOf(place.substring(comma + 1)));
    }

    Shot beside(Instant since, @Nullable Double toLon, @Nullable Double toLat) {
        Long hours = at == null || !at.isBefore(since)
                ? null
                : Long.valueOf(Duration.between(at, since).toHours());
        Long metres = Metres.between(lon, lat, toLon, toLat);
        return new Shot(hours, metres == null ? null : Math.round(metres / NEAREST_m) * (long) NEAREST_m);
    }
}
