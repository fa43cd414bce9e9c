package org.mulin.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.WorkingCalendar.OfficeHours;

/** Walks a term over a calendar once and notes each step; {@link Deadline} says the rules. */
final class Reckoner {
    private final WorkingCalendar calendar;
    private final Term term;
    private final List<DeadlineStep> steps = new ArrayList<>();

    Reckoner(Term term, WorkingCalendar calendar) {
        this.term = term;
        this.calendar = calendar;
    }

    Deadline reckon() {
        ZonedDateTime due = run(local(term.start()), term.limit());
        for (Limit extension : term.extensions()) {
            steps.add(DeadlineStep.extended(due, extension));
            due = run(due, extension);
        }
        return new Deadline(due.toInstant(), term.limit(), steps);
    }

    private ZonedDateTime run(ZonedDateTime from, Limit limit) {
        return switch (limit.unit()) {
            case URGENT_HOUR -> aroundTheClock(from, limit);
            case WORKING_HOUR -> withinOfficeHours(from, limit);
            case WORKING_DAY, NATURAL_DAY -> days(from, limit);
        };
    }

    private ZonedDateTime aroundTheClock(ZonedDateTime from, Limit limit) {
        steps.add(DeadlineStep.began(from));
        Duration whole = Duration.ofHours(limit.amount());
        Duration left = whole;
        ZonedDateTime at = from;
        while (true) {
            Pause pause = nextPause(at);
            Duration ran = pause == null ? left : Duration.between(at, local(pause.from()));
            if (pause == null || ran.compareTo(left) >= 0) {
                ZonedDateTime due = at.plus(left);
                steps.add(
                        left.equals(whole)
                                ? DeadlineStep.aroundTheClock(due, limit)
                                : DeadlineStep.lastStretch(due, left));
                return due;
            }
            if (ran.isPositive()) {
                left = left.minus(ran);
                steps.add(DeadlineStep.stretch(at, local(pause.from()), left));
            }
            at = after(pause);
        }
    }

    private ZonedDateTime withinOfficeHours(ZonedDateTime from, Limit limit) {
        steps.add(DeadlineStep.began(from));
        Duration left = Duration.ofHours(limit.amount());
        ZonedDateTime at = from;
        while (true) {
            Pause pause = nextPause(at);
            ZonedDateTime stop = pause == null ? null : local(pause.from());
            if (pause != null && !at.isBefore(local(pause.from()))) {
                at = after(pause);
                continue;
            }
            OfficeHours hours = hoursAt(at);
            if (hours == null) {
                at = sooner(nextOpening(at), stop);
                continue;
            }
            ZonedDateTime closes = sooner(at.with(hours.to()), stop);
            Duration open = Duration.between(at, closes);
            if (open.compareTo(left) >= 0) {
                ZonedDateTime due = at.plus(left);
                steps.add(DeadlineStep.officeHours(at, due, Duration.ZERO));
                return due;
            }
            left = left.minus(open);
            steps.add(DeadlineStep.officeHours(at, closes, left));
            at = closes;
        }
    }

    private ZonedDateTime days(ZonedDateTime from, Limit limit) {
        boolean natural = limit.unit() == LimitUnit.NATURAL_DAY;
        steps.add(DeadlineStep.startDay(from));
        LocalDate day = from.toLocalDate();
        for (int counted = 0; counted < limit.amount(); ) {
            day = running(day.plusDays(1));
            if (natural || calendar.isWorkingDay(day)) {
                counted++;
                steps.add(DeadlineStep.counted(day, counted, limit, calendar));
            } else {
                steps.add(DeadlineStep.dayOff(day, calendar));
            }
        }
        while (!calendar.isWorkingDay(day)) {
            steps.add(DeadlineStep.moved(day, calendar));
            day = running(day.plusDays(1));
        }
        ZonedDateTime due = calendar.closeOfBusiness(day);
        steps.add(DeadlineStep.due(due));
        return due;
    }

    /** This day, or the first one after it at whose close of business the clock does not stand still. */
    private LocalDate running(LocalDate from) {
        LocalDate day = from;
        for (Pause pause : term.pauses()) {
            if (stops(pause, day)) {
                after(pause);
            }
            while (stops(pause, day)) {
                day = day.plusDays(1);
            }
        }
        return day;
    }

    private boolean stops(Pause pause, LocalDate day) {
        return pause.stops(calendar.closeOfBusiness(day).toInstant());
    }

    /** The pause that the clock is in, or meets next. */
    private @Nullable Pause nextPause(ZonedDateTime at) {
        return term.pauses().stream()
                .filter(pause -> pause.until().isAfter(at.toInstant()))
                .findFirst()
                .orElse(null);
    }

    private ZonedDateTime after(Pause pause) {
        steps.add(DeadlineStep.paused(local(pause.from()), local(pause.until())));
        return local(pause.until());
    }

    private @Nullable OfficeHours hoursAt(ZonedDateTime at) {
        return calendar.isWorkingDay(at.toLocalDate())
                ? calendar.officeHours().stream()
                        .filter(hours -> !at.toLocalTime().isBefore(hours.from())
                                && at.toLocalTime().isBefore(hours.to()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** When work begins next on this day, else the next midnight. */
    private ZonedDateTime nextOpening(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        ZonedDateTime midnight = day.plusDays(1).atStartOfDay(calendar.zone());
        if (!calendar.isWorkingDay(day)) {
            DeadlineStep off = DeadlineStep.dayOff(day, calendar);
            if (!steps.contains(off)) {
                steps.add(off);
            }
            return midnight;
        }
        return calendar.officeHours().stream()
                .map(hours -> at.with(hours.from()))
                .filter(opens -> opens.isAfter(at))
                .findFirst()
                .orElse(midnight);
    }

    private static ZonedDateTime sooner(ZonedDateTime one, @Nullable ZonedDateTime other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(calendar.zone());
    }
}
