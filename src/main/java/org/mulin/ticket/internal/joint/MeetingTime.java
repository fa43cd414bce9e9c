package org.mulin.ticket.internal.joint;

import java.time.Duration;
import java.time.Instant;
import org.mulin.policy.WorkingCalendar;

/** When a whistle that is blown now could meet: a round time of the office day, so that nobody fills in a night. */
final class MeetingTime {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private MeetingTime() {}

    /**
     * The first full or half hour of office time that leaves everybody half an hour to come.
     *
     * @param until not later than this, whatever the calendar says
     */
    static Instant proposed(Instant now, Instant until, WorkingCalendar calendar) {
        Instant at = rounded(now.plus(HALF_HOUR));
        while (at.isBefore(until) && calendar.officeTime(at, at.plus(HALF_HOUR)).compareTo(HALF_HOUR) < 0) {
            at = at.plus(HALF_HOUR);
        }
        return at;
    }

    /**
     * By when a department confirms: within its limit, and not later than it has to be there. Once that is over it
     * confirms at once.
     *
     * @param limit when the time for confirming would be over
     */
    static Instant confirmBy(Instant now, Instant limit, Instant meetAt) {
        Instant by = limit.isBefore(meetAt) ? limit : meetAt;
        return by.isBefore(now) ? now : by;
    }

    private static Instant rounded(Instant moment) {
        long half_s = HALF_HOUR.toSeconds();
        long begun = Math.ceilDiv(moment.toEpochMilli(), half_s * 1_000);
        return Instant.ofEpochSecond(begun * half_s);
    }
}
