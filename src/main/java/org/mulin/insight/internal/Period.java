package org.mulin.insight.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;

/** 统计时段: whole days of the city, both included. */
record Period(LocalDate from, LocalDate to) {
    private static final int DAYS_DEFAULT = 30;
    private static final int DAYS_MAX = 1100;
    /** Longer than this, the trend goes by weeks. */
    private static final int DAYS_BY_DAY_MAX = 62;

    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(DAYS_DEFAULT - 1) : from;
        if (first.isAfter(last)) {
            throw Malformed.of("from", "field-invalid");
        }
        if (ChronoUnit.DAYS.between(first, last) >= DAYS_MAX) {
            throw Malformed.of("from", "period-too-long", DAYS_MAX);
        }
        return new Period(first, last);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, just before. */
    Period previous() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    boolean isByDay() {
        return days() <= DAYS_BY_DAY_MAX;
    }

    /** First days of the steps of a trend: days, or weeks that begin on Monday; the first may be a short one. */
    List<LocalDate> steps() {
        if (isByDay()) {
            return from.datesUntil(to.plusDays(1)).toList();
        }
        LocalDate monday = from.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return Stream.concat(Stream.of(from), Stream.iterate(monday, day -> !day.isAfter(to), day -> day.plusWeeks(1)))
                .toList();
    }

    /** First days of the months in it; the first may be a short one. */
    List<LocalDate> months() {
        LocalDate first = from.with(TemporalAdjusters.firstDayOfNextMonth());
        return Stream.concat(Stream.of(from), Stream.iterate(first, day -> !day.isAfter(to), day -> day.plusMonths(1)))
                .toList();
    }

    Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant ends(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
