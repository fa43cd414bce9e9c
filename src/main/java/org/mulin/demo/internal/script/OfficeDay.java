package org.mulin.demo.internal.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** When people of the demo work and sleep. Shifts keep minutes apart, so that not everything happens at half past 8. */
public record OfficeDay(ZoneId zone) {
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final LocalTime WAKES = LocalTime.of(7, 0);
    private static final LocalTime SLEEPS = LocalTime.of(22, 30);

    /** In the time zone of the pack; the world's where there is none. */
    public static OfficeDay of(Path pack) {
        try (Stream<String> lines = Files.lines(pack.resolve("pack.yaml"))) {
            return new OfficeDay(lines.filter(line -> line.startsWith("timezone:"))
                    .map(line -> ZoneId.of(line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When those who work at such a tale get to what was planned. */
    public Instant staffed(Instant planned, Tale.Pace pace) {
        return switch (pace) {
            case STEADY -> planned;
            case OFFICE -> next(planned);
            case URGENT -> awake(planned);
        };
    }

    /** The same moment when offices work, else early on the next day that they do. */
    Instant next(Instant planned) {
        ZonedDateTime at = planned.atZone(zone);
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = early(at.plusDays(1), OPENS);
        }
        if (at.toLocalTime().isBefore(OPENS)) {
            return early(at, OPENS).toInstant();
        }
        return at.toLocalTime().isBefore(CLOSES)
                ? at.toInstant()
                : next(early(at.plusDays(1), OPENS).toInstant());
    }

    /** The same moment by day, else the next morning. */
    Instant awake(Instant planned) {
        ZonedDateTime at = planned.atZone(zone);
        if (at.toLocalTime().isBefore(WAKES)) {
            return early(at, WAKES).toInstant();
        }
        return at.toLocalTime().isBefore(SLEEPS)
                ? at.toInstant()
                : early(at.plusDays(1), WAKES).toInstant();
    }

    private static ZonedDateTime early(ZonedDateTime at, LocalTime from) {
        int spread_s = Math.floorMod((int) at.toEpochSecond() * 31, 5_400);
        return at.with(from).plusSeconds(spread_s);
    }
}
