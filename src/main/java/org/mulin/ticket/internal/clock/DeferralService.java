package org.mulin.ticket.internal.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.springframework.stereotype.Service;

/** How a unit asks for more time: within the rules of the pack, before the deadline, one thing at a time. */
@Service
class DeferralService {
    static final String HANDLE = "ticket:handle";

    private final OnceOnly once;
    private final DeferralRepository repository;
    private final ClockSteps steps;
    private final ClockRules rules;
    private final Reckonings reckonings;
    private final DeferralLimits limits;
    private final Clock clock;

    DeferralService(
            OnceOnly once,
            DeferralRepository repository,
            ClockSteps steps,
            ClockRules rules,
            Reckonings reckonings,
            DeferralLimits limits,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.steps = steps;
        this.rules = rules;
        this.reckonings = reckonings;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param extension for an extension; @param reviewOn for a suspension */
    record Request(
            DeferralKind kind,
            String reason,
            String plan,
            @Nullable Limit extension,
            @Nullable LocalDate reviewOn) {}

    private record Done(UUID ticketId) {}

    void ask(Actor actor, UUID ticketId, long version, String key, Request request) {
        once.run(actor, key, Done.class, () -> {
            Clocked ticket = steps.find(ticketId, actor);
            if (ticket.version() != version) {
                throw new Stale(ticket.version());
            }
            Instant now = clock.instant();
            ClockRules.Leave leave = leave(actor, ticket, request.kind(), now);
            Instant review = request.kind() == DeferralKind.SUSPENSION
                    ? limits.reviewAt(request.reviewOn(), leave.rule(), now)
                    : null;
            if (request.kind() == DeferralKind.EXTENSION) {
                limits.requireWithin(request.extension(), leave.rule(), ticket);
            }
            Deferral asked = asked(ticket, leave, request, review, now);
            repository.insert(asked, actor.accountId(), now);
            Map<String, String> facts = Map.of(
                    "kind", asked.kind().name(), "told", asked.approverId().toString());
            steps.byHandler(
                    actor, ticketId, new ClockSteps.Deed(ActionKind.DEFER, asked.reason(), facts, null, null), now);
            return new Done(ticketId);
        });
    }

    private static Deferral asked(
            Clocked ticket, ClockRules.Leave leave, Request request, @Nullable Instant review, Instant now) {
        return new Deferral(
                Ids.next(),
                ticket.id(),
                request.kind(),
                DeferralLife.after(request.kind(), null, DeferralAction.ASK, DeferralParty.UNIT),
                Objects.requireNonNull(ticket.leadUnitId()),
                leave.approver().id(),
                request.reason(),
                request.plan(),
                review == null ? request.extension() : null,
                review,
                now,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    /** Whether and of whom this unit may ask for this ticket now. */
    private ClockRules.Leave leave(Actor actor, Clocked ticket, DeferralKind kind, Instant now) {
        UUID unit = ticket.leadUnitId();
        if (unit == null || !unit.equals(actor.unitId()) || !actor.has(HANDLE)) {
            throw Refused.of("deferral-party");
        }
        DeferralLimits.requireInTime(ticket, now);
        Reckonings.Basis basis = reckonings.basis(ticket.id()).orElseThrow(() -> Refused.of("deferral-upstream"));
        ClockRules.Leave leave = rules.leave(kind, unit)
                .orElseThrow(() -> Refused.of("deferral-no-rule").at("kind"));
        List<Deferral> all = repository.ofTicket(ticket.id());
        if (all.stream().anyMatch(Deferral::isOpen)) {
            throw Refused.of("deferral-open");
        }
        long used = DeferralLimits.used(all, kind, basis);
        if (used >= leave.rule().times_max()) {
            throw Refused.of("deferral-times", used).at("kind");
        }
        return leave;
    }
}
