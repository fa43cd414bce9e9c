package org.mulin.ticket.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.Policy;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.TicketStatus;
import org.springframework.stereotype.Component;

/** 期限提醒: when the one whose turn it is must be told that time runs out. */
@Component
class Alarms {
    /** Shorter limits run by the clock, longer ones by office hours: nobody is warned on a Sunday night. */
    private static final Duration BY_THE_CLOCK_MAX = Duration.ofHours(12);

    private final Policy policy;

    Alarms(Policy policy) {
        this.policy = policy;
    }

    /** Whether somebody else's time, or other time, runs after a step than before it. */
    static boolean isNewClock(Ticket before, Ticket after) {
        return runs(before) != runs(after)
                || !Objects.equals(before.dueAt(), after.dueAt())
                || !Objects.equals(leadPart(before), leadPart(after));
    }

    /** The first alarm of a clock that begins now; null when none runs. */
    @Nullable
    Instant first(Ticket ticket, Instant now) {
        Instant dueAt = ticket.dueAt();
        if (!runs(ticket) || dueAt == null) {
            return null;
        }
        var calendar = WorkingCalendar.of(
                policy.city(), policy.current(CalendarTable.class).content());
        return near(now, dueAt, policy.setting(TicketSettings.DEADLINE_WARNING), calendar);
    }

    /** The moment after which only this share of the time from start to due is left. */
    static Instant near(Instant start, Instant due, int percentLeft, WorkingCalendar calendar) {
        Duration whole = Duration.between(start, due);
        Duration office = calendar.officeTime(start, due);
        if (whole.compareTo(BY_THE_CLOCK_MAX) <= 0 || office.isZero()) {
            return due.minus(share(whole, percentLeft));
        }
        return calendar.backFrom(due, share(office, percentLeft));
    }

    private static Duration share(Duration whole, int percent) {
        return whole.multipliedBy(percent).dividedBy(100);
    }

    private static boolean runs(Ticket ticket) {
        return ticket.status() == TicketStatus.TRIAGE
                || ticket.status().isWithUnit()
                || ticket.parts().stream().anyMatch(Part::isOpenReview);
    }

    private static @Nullable UUID leadPart(Ticket ticket) {
        return ticket.lead().map(Part::id).orElse(null);
    }
}
