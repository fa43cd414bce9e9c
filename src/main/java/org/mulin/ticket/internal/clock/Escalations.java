package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.base.Ids;
import org.mulin.policy.Deadline;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.OverdueWatch;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.springframework.stereotype.Component;

/** Takes late tickets up, level by level, many at a time; the work stays with the unit that has it. */
@Component
class Escalations implements OverdueWatch {
    private final EscalationRepository repository;
    private final DeferralRepository deferrals;
    private final ClockRules rules;
    private final ClockSteps steps;
    private final RuleBook book;

    Escalations(
            EscalationRepository repository,
            DeferralRepository deferrals,
            ClockRules rules,
            ClockSteps steps,
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

    /**
     * Those whose supervisor's own clock has run out go up one level more.
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
        told.addAll(raise(steps.working(byTicket.keySet()), byTicket, now));
        return due.size();
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
        if (begun.isEmpty()) {
            return List.of();
        }
        repository.end(
                begun.stream()
                        .map(each -> before.get(each.ticketId()))
                        .filter(Objects::nonNull)
                        .map(Escalation::id)
                        .toList(),
                now);
        repository.insert(begun);
        Map<UUID, ClockSteps.Deed> deeds = new HashMap<>();
        begun.forEach(each -> deeds.put(each.ticketId(), deed(each)));
        return steps.bySystem(deeds, now);
    }

    private @Nullable Escalation next(
            Clocked ticket, @Nullable Escalation before, List<Tried> tried, WorkingCalendar calendar, Instant now) {
        UUID lead = Objects.requireNonNull(ticket.leadUnitId());
        AreaLevel from = before == null ? rules.supervisedAs(lead) : before.level();
        return rules.above(from, lead, ticket.areaKey(), before == null ? List.of() : List.of(before.unitId()))
                .map(above -> new Escalation(
                        Ids.next(),
                        ticket.id(),
                        Objects.requireNonNull(ticket.leadPartId()),
                        before == null ? 1 : before.number() + 1,
                        above.level(),
                        above.unit().id(),
                        tried,
                        now,
                        above.rule().limit(),
                        Deadline.of(now, above.rule().limit(), calendar).at(),
                        null))
                .orElse(null);
    }

    private static ClockSteps.Deed deed(Escalation begun) {
        String tried = begun.tried().stream()
                .map(each -> each.action().name())
                .distinct()
                .collect(Collectors.joining(";"));
        return new ClockSteps.Deed(
                ActionKind.ESCALATE,
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
