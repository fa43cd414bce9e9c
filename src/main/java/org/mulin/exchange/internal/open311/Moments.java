package org.mulin.exchange.internal.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Moments as W3C writes them: with a zone, always. */
final class Moments {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 9999;

    private Moments() {}

    static String show(Instant moment, ZoneId zone) {
        return SHOWN.format(moment.atZone(zone));
    }

    /** A plus sign that nobody escaped arrives as a blank. */
    static Optional<Instant> read(String text) {
        try {
            OffsetDateTime read = OffsetDateTime.parse(text.replace(' ', '+'));
            return read.getYear() < YEAR_MIN || read.getYear() > YEAR_MAX
                    ? Optional.empty()
                    : Optional.of(read.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
