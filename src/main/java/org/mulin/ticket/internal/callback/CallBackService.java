package org.mulin.ticket.internal.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.CallBackSteps;
import org.mulin.ticket.internal.TicketInputs;
import org.mulin.ticket.internal.callback.CallBackQueries.Waiting;
import org.mulin.ticket.internal.callback.CallBackRepository.Open;
import org.mulin.ticket.internal.callback.CallBackViews.BegunCall;
import org.mulin.ticket.internal.callback.CallBackViews.CallEnd;
import org.mulin.ticket.internal.callback.CallBackViews.CallEndInput;
import org.springframework.stereotype.Service;

/** One call at a time for each resident: begun with the number, ended with what was said. */
@Service
class CallBackService {
    /** No call takes longer; then somebody else may take it over. */
    static final Duration CALL_MAX = Duration.ofMinutes(20);

    private final OnceOnly once;
    private final CallBackRepository repository;
    private final CallBackQueries queries;
    private final CallBackSteps steps;
    private final Clock clock;

    CallBackService(
            OnceOnly once, CallBackRepository repository, CallBackQueries queries, CallBackSteps steps, Clock clock) {
        this.once = once;
        this.repository = repository;
        this.queries = queries;
        this.steps = steps;
        this.clock = clock;
    }

    /** What is kept for a repeated key: that it was begun, never the number. */
    private record Begun(UUID callId, UUID ticketId) {}

    /**
     * Shows name and number for this call, and keeps the trail.
     *
     * @throws Refused {@code call-back-taken} when a colleague has the resident on the line
     */
    BegunCall begin(Actor caller, String key, UUID appealId) {
        UUID unit = CallBackSteps.unit(caller);
        Begun begun = once.run(caller, key, Begun.class, () -> {
            Waiting waiting = queries.find(appealId, caller).orElseThrow(Absent::new);
            Instant now = clock.instant();
            Open open = repository.openOf(appealId).orElse(null);
            if (open != null
                    && !open.callerId().equals(caller.accountId())
                    && open.begunAt().isAfter(CallBackQueries.stale(now))) {
                throw Refused.of("call-back-taken");
            }
            if (open != null) {
                repository.end(open.id(), CallBackOutcome.DROPPED, null, now);
            }
            steps.openNumber(caller, unit, waiting.ticketId(), appealId);
            return new Begun(
                    repository.begin(appealId, waiting.ticketId(), waiting.round(), unit, caller, now),
                    waiting.ticketId());
        });
        Open mine = repository.mine(begun.callId(), caller);
        CallBackSteps.Callee callee = steps.callee(mine.appealId());
        CallBackSteps.Subject subject = steps.subject(begun.ticketId());
        return new BegunCall(
                mine.id(),
                subject.number(),
                callee.name(),
                callee.phone(),
                queries.words(mine.appealId()),
                subject.unitName(),
                queries.result(begun.ticketId()));
    }

    /** What was said, as the author's own verdict when there was one. */
    CallEnd end(Actor caller, String key, UUID callId, CallEndInput input) {
        UUID unit = CallBackSteps.unit(caller);
        input.check();
        String words = TicketInputs.full(input.words());
        return once.run(caller, key, CallEnd.class, () -> {
            Open call = repository.mine(callId, caller);
            repository.end(call.id(), input.outcome(), words, clock.instant());
            steps.closeNumber(unit, call.appealId());
            Boolean contacted = input.contacted();
            Boolean solved = input.solved();
            Integer satisfaction = input.satisfaction();
            if (input.outcome() != CallBackOutcome.REACHED && queries.isExhausted(call.appealId(), call.round())) {
                repository.markUnreachable(call.ticketId(), call.round());
            }
            TicketStatus status = contacted == null || solved == null || satisfaction == null
                    ? steps.subject(call.ticketId()).status()
                    : steps.judge(
                            caller,
                            new CallBackSteps.Said(
                                    call.ticketId(),
                                    call.appealId(),
                                    call.round(),
                                    contacted,
                                    solved,
                                    satisfaction,
                                    words));
            return new CallEnd(input.outcome(), status);
        });
    }
}
