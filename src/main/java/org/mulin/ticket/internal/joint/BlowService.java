package org.mulin.ticket.internal.joint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Deadline;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.mulin.ticket.internal.joint.WhistleInputs.CalledUnit;
import org.mulin.ticket.internal.joint.WhistleInputs.SeenTicket;
import org.springframework.stereotype.Service;

/** Blows the whistle: checks who is called to what and when, and calls them, all in one transaction. */
@Service
class BlowService {
    /** Communities are not called to work by this way: what is asked of them stands on the admission list. */
    static final Set<String> NOT_CALLED = Set.of(Unit.COMMUNITY_COMMITTEE, Unit.GRID_STATION, "grid_party_branch");

    private static final Duration AHEAD_MAX = Duration.ofDays(30);

    private final OnceOnly once;
    private final JointSteps steps;
    private final WhistleRepository whistles;
    private final Units units;
    private final RuleBook rules;
    private final Policy policy;
    private final Clock clock;

    BlowService(
            OnceOnly once,
            JointSteps steps,
            WhistleRepository whistles,
            Units units,
            RuleBook rules,
            Policy policy,
            Clock clock) {
        this.once = once;
        this.steps = steps;
        this.whistles = whistles;
        this.units = units;
        this.rules = rules;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer that is kept for a repeated key. */
    record Blown(UUID whistleId) {}

    UUID blow(Actor actor, String key, Blow blow) {
        return once.run(actor, key, Blown.class, () -> new Blown(blown(actor, blow)))
                .whistleId();
    }

    private UUID blown(Actor actor, Blow blow) {
        Instant now = clock.instant();
        List<JointSteps.Case> cases = cases(actor, blow.tickets(), now);
        UUID convener = Objects.requireNonNull(actor.unitId());
        steps.requirePlace(blow.place());
        requireTime(blow.meetAt(), now);
        requireUnits(blow.calls(), convener);
        JointSteps.Case lead = cases.getFirst();
        UUID id = Ids.next();
        Instant confirmBy = confirmBy(now, blow.meetAt());
        List<Call> calls = blow.calls().stream()
                .map(each -> Call.to(Ids.next(), each.unitId(), each.lead(), now, confirmBy))
                .toList();
        Whistle whistle = Whistle.blown(id, lead.id(), lead.areaKey(), convener, blow.meetAt(), calls);
        whistles.insert(
                whistle,
                new WhistleRepository.Cause(
                        blow.problem(), blow.placeText(), blow.place().point(), now),
                cases.stream().map(JointSteps.Case::id).toList());
        List<UUID> called = calls.stream().map(Call::unitId).toList();
        List<String> names =
                called.stream().map(unit -> units.byId(unit).name()).toList();
        for (int i = 0; i < cases.size(); i++) {
            // whoever is called has a part in the case; the other tickets are only told
            List<UUID> to = i == 0 ? called : List.of();
            var action = new JointSteps.Blown(id, to, confirmBy, blow.problem(), names);
            steps.whistle(actor, cases.get(i).id(), blow.tickets().get(i).version(), action, now);
        }
        return id;
    }

    /** In the order given; all of them, or none. */
    private List<JointSteps.Case> cases(Actor actor, List<SeenTicket> seen, Instant now) {
        int max = policy.setting(TicketSettings.WHISTLE_TICKETS);
        if (seen.size() > max) {
            throw Refused.of("whistle-too-many", max).at("tickets");
        }
        if (seen.stream().map(SeenTicket::id).distinct().count() < seen.size()) {
            throw Refused.of("whistle-ticket-twice").at("tickets");
        }
        List<JointSteps.Case> cases =
                seen.stream().map(each -> steps.require(each.id(), actor, now)).toList();
        for (int i = 0; i < cases.size(); i++) {
            JointSteps.Case each = cases.get(i);
            if (each.version() != seen.get(i).version()) {
                throw new Stale(each.version());
            }
            if (!each.mayWhistle()) {
                throw Refused.of("whistle-not-here", each.number()).at("tickets");
            }
            if (whistles.isOpenOn(each.id())) {
                throw Refused.of("whistle-open-already", each.number()).at("tickets");
            }
        }
        return cases;
    }

    private static void requireTime(Instant meetAt, Instant now) {
        if (meetAt.isBefore(now)) {
            throw Refused.of("whistle-meet-past").at("meetAt");
        }
        if (meetAt.isAfter(now.plus(AHEAD_MAX))) {
            throw Refused.of("whistle-meet-far", AHEAD_MAX.toDays()).at("meetAt");
        }
    }

    private void requireUnits(List<CalledUnit> calls, UUID convener) {
        if (calls.stream().filter(CalledUnit::lead).count() != 1) {
            throw Refused.of("whistle-one-lead").at("calls");
        }
        Set<UUID> seen = new HashSet<>();
        for (CalledUnit call : calls) {
            Unit unit = units.byId(call.unitId());
            if (!unit.open()) {
                throw Refused.of("unit-closed", unit.name()).at("calls");
            }
            if (!seen.add(unit.id())) {
                throw Refused.of("whistle-unit-twice", unit.name()).at("calls");
            }
            if (unit.id().equals(convener)) {
                throw Refused.of("whistle-yourself").at("calls");
            }
            if (NOT_CALLED.contains(unit.kind())) {
                throw Refused.of("whistle-not-community", unit.name()).at("calls");
            }
        }
    }

    /** Whether a plan may propose the unit to this convener. */
    boolean mayBeCalled(UUID unitId, Actor convener) {
        Unit unit = units.byId(unitId);
        return unit.open() && !unitId.equals(convener.unitId()) && !NOT_CALLED.contains(unit.kind());
    }

    /** When it could meet, were it blown now. */
    Instant meetAt(Instant now) {
        return MeetingTime.proposed(now, now.plus(AHEAD_MAX), rules.current().calendar());
    }

    /** Within the limit, and before they are to come; also for whoever has to confirm anew. */
    Instant confirmBy(Instant now, Instant meetAt) {
        DispatchRules current = rules.current();
        Instant limit = Deadline.of(now, current.settings().get(TicketSettings.WHISTLE_CONFIRM), current.calendar())
                .at();
        return MeetingTime.confirmBy(now, limit, meetAt);
    }
}
