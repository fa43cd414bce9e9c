package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.springframework.stereotype.Component;

/** How much time may be given, and until when somebody may decide about it. */
@Component
class DeferralLimits {
    private final RuleBook book;

    DeferralLimits(RuleBook book) {
        this.book = book;
    }

    /** How often this clock was given such time. */
    static long used(List<Deferral> all, DeferralKind kind, Reckonings.Basis basis) {
        Set<DeferralState> given =
                EnumSet.of(DeferralState.RUNNING, DeferralState.REVIEW, DeferralState.ENDED, DeferralState.GRANTED);
        return all.stream()
                .filter(each ->
                        each.kind() == kind && !each.askedAt().isBefore(basis.start()) && given.contains(each.state()))
                .count();
    }

    static void requireInTime(Clocked ticket, Instant now) {
        if (ticket.dueAt() == null || !now.isBefore(ticket.dueAt())) {
            throw Refused.of("deferral-overdue");
        }
    }

    void requireWithin(@Nullable Limit wanted, DeferralRule rule, Clocked ticket) {
        if (wanted == null) {
            throw Malformed.of("extension", "field-required");
        }
        WorkingCalendar calendar = book.current().calendar();
        Instant due = Objects.requireNonNull(ticket.dueAt());
        if (Deadline.of(due, wanted, calendar)
                .at()
                .isAfter(Deadline.of(due, rule.longest(), calendar).at())) {
            throw Refused.of("deferral-too-long", rule.longest()).at("extension");
        }
    }

    /** When work begins on the day of the review. */
    Instant reviewAt(@Nullable LocalDate day, DeferralRule rule, Instant now) {
        if (day == null) {
            throw Malformed.of("reviewOn", "field-required");
        }
        WorkingCalendar calendar = book.current().calendar();
        if (!calendar.isWorkingDay(day) || !day.isAfter(LocalDate.ofInstant(now, calendar.zone()))) {
            throw Refused.of("deferral-review-day").at("reviewOn");
        }
        if (day.atStartOfDay(calendar.zone())
                .toInstant()
                .isAfter(Deadline.of(now, rule.longest(), calendar).at())) {
            throw Refused.of("deferral-too-long", rule.longest()).at("reviewOn");
        }
        return day.atTime(calendar.officeHours().getFirst().from())
                .atZone(calendar.zone())
                .toInstant();
    }
}
