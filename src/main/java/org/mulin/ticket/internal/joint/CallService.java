package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Metres;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.policy.Policy;
import org.mulin.policy.Setting;
import org.mulin.ticket.internal.Ground;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.mulin.ticket.internal.joint.WhistleInputs.CheckInInput;
import org.mulin.ticket.internal.joint.WhistleService.Target;
import org.mulin.triage.Point;
import org.springframework.stereotype.Service;

/** Steps of a call that need more than the whistle itself: the duty list, the calendar, the directory of units. */
@Service
class CallService {
    private static final int PROMISE_DAYS_MAX = 366;

    private final WhistleService whistles;
    private final WhistleRepository repository;
    private final BlowService blowing;
    private final ObjectionRepository objections;
    private final JointSteps steps;
    private final Units units;
    private final RuleBook rules;
    private final Policy policy;

    CallService(
            WhistleService whistles,
            WhistleRepository repository,
            BlowService blowing,
            ObjectionRepository objections,
            JointSteps steps,
            Units units,
            RuleBook rules,
            Policy policy) {
        this.whistles = whistles;
        this.repository = repository;
        this.blowing = blowing;
        this.objections = objections;
        this.steps = steps;
        this.units = units;
        this.rules = rules;
        this.policy = policy;
    }

    /** As a return must, an objection cites an entry that is about the ticket and makes somebody else responsible. */
    void object(Actor actor, Target target, Ground ground, String words) {
        whistles.act(actor, target, (whistle, call, now) -> new CallAct.Objection(words), (whistle, call, now) -> {
            steps.cite(actor, whistle.ticketId(), ground);
            objections.insert(new ObjectionRepository.Raised(
                    whistle.ticketId(),
                    call.id(),
                    call.unitId(),
                    call.objections() + 1,
                    ground,
                    words,
                    now,
                    by(now, TicketSettings.OBJECTION_LIMIT)));
            return whistle;
        });
    }

    /** Refused, it has to confirm anew; upheld, whoever the list names is called instead. */
    void decide(Actor actor, Target target, boolean upheld, String words) {
        whistles.act(
                actor,
                target,
                (whistle, call, now) -> upheld
                        ? new CallAct.Uphold(words)
                        : new CallAct.Refuse(words, blowing.confirmBy(now, whistle.meetAt())),
                (whistle, call, now) -> decided(actor, whistle, call, upheld, words, now));
    }

    private Whistle decided(Actor actor, Whistle whistle, Call call, boolean upheld, String words, Instant now) {
        Optional<UUID> instead = upheld
                ? objections
                        .openEntry(call.id())
                        .flatMap(entry -> steps.responsible(entry, whistle.areaKey()))
                        .filter(unit -> mayBeCalled(whistle, unit))
                : Optional.empty();
        objections.decideCall(
                call.id(),
                new ObjectionRepository.Decided(
                        upheld ? ObjectionStatus.UPHELD : ObjectionStatus.REFUSED,
                        actor.unitId(),
                        words,
                        instead.orElse(null),
                        now));
        if (instead.isEmpty()) {
            return whistle;
        }
        // who is called when the meeting is over has its whole time to confirm
        Instant until = whistle.meetAt().isAfter(now) ? whistle.meetAt() : Instant.MAX;
        Call more = Call.to(Ids.next(), instead.get(), call.lead(), now, blowing.confirmBy(now, until));
        var part = new JointSteps.Part(whistle.id(), JointStep.CALL.name(), more.unitId(), null, more.confirmBy());
        steps.join(actor, whistle.ticketId(), part, null, List.of(), now);
        return whistle.calling(more);
    }

    private boolean mayBeCalled(Whistle whistle, UUID unitId) {
        Unit unit = units.byId(unitId);
        return unit.open()
                && !whistle.calls(unitId)
                && !unitId.equals(whistle.convenerUnitId())
                && !BlowService.NOT_CALLED.contains(unit.kind());
    }

    /** Who is not near the meeting place, or cannot show it, is on record but does not count as there. */
    void checkIn(Actor actor, Target target, CheckInInput body) {
        whistles.act(
                actor,
                target,
                (whistle, call, now) ->
                        new CallAct.CheckIn(body.lon(), body.lat(), isNear(whistle, body), body.photoIds()));
    }

    private boolean isNear(Whistle whistle, CheckInInput body) {
        int most_m = policy.setting(TicketSettings.CHECKIN_METRES);
        Point place = repository.point(whistle.id()).orElse(null);
        if (place == null) {
            return true;
        }
        Long away_m = Metres.between(place.lon(), place.lat(), body.lon(), body.lat());
        return away_m != null && away_m <= most_m;
    }

    /** A promise names a day, and holds until that day is over. */
    void promise(Actor actor, Target target, String done, String words, LocalDate on) {
        whistles.act(actor, target, (whistle, call, now) -> {
            LocalDate today = LocalDate.ofInstant(now, policy.city().zone());
            if (on.isBefore(today) || on.isAfter(today.plusDays(PROMISE_DAYS_MAX))) {
                throw Refused.of("promise-date", PROMISE_DAYS_MAX).at("promisedOn");
            }
            return new CallAct.Promised(new Call.Promise(done, words, on, endOf(on)));
        });
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(policy.city().zone()).toInstant().minusSeconds(1);
    }

    private Instant by(Instant now, Setting<Limit> limit) {
        DispatchRules current = rules.current();
        return Deadline.of(now, current.settings().get(limit), current.calendar())
                .at();
    }
}
