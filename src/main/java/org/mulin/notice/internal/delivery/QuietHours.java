package org.mulin.notice.internal.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** 免打扰时段: from one full hour to another, over midnight when the second is earlier; equal hours: never. */
record QuietHours(int fromHour, int toHour, ZoneId zone) {
    /** The moment itself, or the end of the quiet in which it falls. */
    Instant next(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        int hour = local.getHour();
        boolean quiet = fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
        if (!quiet) {
            return at;
        }
        ZonedDateTime end = local.with(LocalTime.of(toHour, 0));
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
