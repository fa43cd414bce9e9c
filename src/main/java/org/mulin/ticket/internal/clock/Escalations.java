package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.base.Ids;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.EscalationCause;
import org.mulin.ticket.internal.OverdueWatch;
import org.mulin.ticket.internal.ReopenWatch;
import org.mulin.ticket.internal.RuleSteps;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.springframework.stereotype.Component;

/** Takes up, level by level, what is late or was not solved; the work stays with the unit that has it. */
@Component
class Escalations implements OverdueWatch, ReopenWatch {
    private final EscalationRepository repository;
    private final DeferralRepository deferrals;
    private final ClockRules rules;
    private final RuleSteps steps;
    private final RuleBook book;

    Escalations(
            EscalationRepository repository,
            DeferralRepository deferrals,
            ClockRules rules,
            RuleSteps steps,
            RuleBook book) {
        this.repository = repository;
        this.deferrals = deferrals;
        this.rules = rules;
        this.steps = steps;
        this.book = book;
    }

    @Override
    public List<TicketEvent> passed(List<UUID> ticketIds, Instant now) {
        if (ticketIds.isEmpty()) {
            return List.of();
        }
        deferrals.lapse(ticketIds, now);
        Map<UUID, Escalation> open = repository.open(ticketIds).stream()
                .collect(Collectors.toMap(Escalation::ticketId, Function.identity()));
        // a deadline that moved and passed again starts no second row of levels
        List<Clocked> late = steps.working(ticketIds).stream()
                .filter(ticket -> !open.containsKey(ticket.id()))
                .toList();
        return raise(late, Map.of(), now);
    }

    @Override
    public List<TicketEvent> reopened(UUID ticketId, Instant now) {
        WorkingCalendar calendar = book.current().calendar();
        List<Tried> tried = repository.tried(List.of(ticketId)).getOrDefault(ticketId, List.of());
        List<Escalation> begun = steps.working(List.of(ticketId)).stream()
                .flatMap(ticket -> again(ticket, tried, calendar, now).stream())
                .toList();
        return begin(begun, now);
    }

    /**
     * Those whose supervisor's own clock has run out go up one level more, unless the unit below got more time since.
     *
     * @param told what there is to tell of it
     * @return how many clocks have run out
     */
    int goOn(Instant now, int escalations_max, List<TicketEvent> told) {
        List<Escalation> due = repository.takeDue(now, escalations_max);
        if (due.isEmpty()) {
            return 0;
        }
        repository.silence(due.stream().map(Escalation::id).toList());
        Map<UUID, Escalation> byTicket =
                due.stream().collect(Collectors.toMap(Escalation::ticketId, Function.identity()));
        WorkingCalendar calendar = book.current().calendar();
        List<Clocked> late = new ArrayList<>();
        for (Clocked ticket : steps.working(byTicket.keySet())) {
            Escalation over = Objects.requireNonNull(byTicket.get(ticket.id()));
            if (ticket.dueAt() != null && ticket.dueAt().isAfter(now)) {
                repository.reset(over.id(), due(ticket, over.limit(), calendar, now));
            } else {
                late.add(ticket);
            }
        }
        told.addAll(raise(late, byTicket, now));
        return due.size();
    }

    /** The unit's deadline has moved, and with it the beginning of its supervisor's own time. */
    void follow(UUID ticketId, Instant now) {
        WorkingCalendar calendar = book.current().calendar();
        List<Clocked> moved = steps.working(List.of(ticketId));
        repository.open(List.of(ticketId)).stream()
                .filter(each -> each.cause() == EscalationCause.UNSOLVED)
                .forEach(each ->
                        moved.forEach(ticket -> repository.reset(each.id(), due(ticket, each.limit(), calendar, now))));
    }

    private List<TicketEvent> raise(List<Clocked> late, Map<UUID, Escalation> before, Instant now) {
        WorkingCalendar calendar = book.current().calendar();
        Map<UUID, List<Tried>> tried =
                repository.tried(late.stream().map(Clocked::id).toList());
        List<Escalation> begun = new ArrayList<>();
        for (Clocked ticket : late) {
            Escalation next =
                    next(ticket, before.get(ticket.id()), tried.getOrDefault(ticket.id(), List.of()), calendar, now);
            if (next != null) {
                begun.add(next);
            }
        }
        repository.end(
                begun.stream()
                        .map(each -> before.get(each.ticketId()))
                        .filter(Objects::nonNull)
                        .map(Escalation::id)
                        .toList(),
                now);
        return begin(begun, now);
    }

    private List<TicketEvent> begin(List<Escalation> begun, Instant now) {
        if (begun.isEmpty()) {
            return List.of();
        }
        repository.insert(begun);
        Map<UUID, ClockSteps.Deed> deeds = new HashMap<>();
        begun.forEach(each -> deeds.put(each.ticketId(), deed(each)));
        return steps.bySystem(deeds, now);
    }

    private @Nullable Escalation next(
            Clocked ticket, @Nullable Escalation before, List<Tried> tried, WorkingCalendar calendar, Instant now) {
        UUID lead = Objects.requireNonNull(ticket.leadUnitId());
        AreaLevel from = before == null ? rules.supervisedAs(lead) : before.level();
        int number = before == null ? 1 : before.number() + 1;
        return rules.above(from, lead, ticket.areaKey(), before == null ? List.of() : List.of(before.unitId()))
                .map(above -> begun(ticket, EscalationCause.OVERDUE, number, Charge.of(above), tried, calendar, now))
                .orElse(null);
    }

    /** Each time one level higher than the last time; who stands at the top supervises again. */
    private Optional<Escalation> again(Clocked ticket, List<Tried> tried, WorkingCalendar calendar, Instant now) {
        UUID lead = Objects.requireNonNull(ticket.leadUnitId());
        Optional<Escalation> before = repository.lastReopened(ticket.id(), lead);
        AreaLevel from = before.map(Escalation::level).orElseGet(() -> rules.supervisedAs(lead));
        List<UUID> passed = before.map(Escalation::unitId).map(List::of).orElse(List.of());
        return rules.above(from, lead, ticket.areaKey(), passed)
                .map(Charge::of)
                .or(() -> before.map(each -> new Charge(each.level(), each.unitId(), each.limit())))
                .map(charge -> begun(ticket, EscalationCause.UNSOLVED, 1, charge, tried, calendar, now));
    }

    /** Who supervises, and within which time of its own. */
    private record Charge(AreaLevel level, UUID unitId, Limit limit) {
        static Charge of(ClockRules.Above above) {
            return new Charge(above.level(), above.unit().id(), above.rule().limit());
        }
    }

    private static Escalation begun(
            Clocked ticket,
            EscalationCause cause,
            int number,
            Charge charge,
            List<Tried> tried,
            WorkingCalendar calendar,
            Instant now) {
        return new Escalation(
                Ids.next(),
                ticket.id(),
                Objects.requireNonNull(ticket.leadPartId()),
                cause,
                number,
                charge.level(),
                charge.unitId(),
                tried,
                now,
                charge.limit(),
                due(ticket, charge.limit(), calendar, now),
                null);
    }

    /** While the unit below still has time, its supervisor's own has not begun. */
    private static Instant due(Clocked ticket, Limit limit, WorkingCalendar calendar, Instant now) {
        Instant unitsDue = ticket.dueAt();
        Instant start = unitsDue != null && unitsDue.isAfter(now) ? unitsDue : now;
        return Deadline.of(start, limit, calendar).at();
    }

    private static ClockSteps.Deed deed(Escalation begun) {
        String tried = begun.tried().stream()
                .map(each -> each.action().name())
                .distinct()
                .collect(Collectors.joining(";"));
        return new ClockSteps.Deed(
                begun.cause() == EscalationCause.UNSOLVED ? ActionKind.OVERSEE : ActionKind.ESCALATE,
                null,
                Map.of(
                        "told", begun.unitId().toString(),
                        "level", begun.level().name(),
                        "until", begun.dueAt().toString(),
                        "tried", tried),
                null,
                null);
    }
}
