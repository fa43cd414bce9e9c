package org.mulin.ticket.internal.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.organization.Unit;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.dispatch.DispatchDecision.Reason;

/**
 * Decides which unit gets a ticket: a pure function of the rules and the facts. The duty list names the unit; where it
 * says nothing, the street of the place takes it; without a place, the hotline desk (首接负责: nobody is sent away).
 */
public final class Dispatch {
    /** What was decided on which facts. */
    public record Made(DispatchFacts facts, DispatchDecision decision) {}

    private final DispatchRules rules;
    private final DispatchFacts facts;
    private final UnitFinder units;
    private final Map<String, UnitAnswer> answers = new LinkedHashMap<>();
    private final List<Reason> reasons = new ArrayList<>();

    private Dispatch(DispatchRules rules, DispatchFacts facts, UnitFinder units) {
        this.rules = rules;
        this.facts = facts;
        this.units = units;
    }

    /** Decides with the units of today and keeps in the facts what the directory answered. */
    public static Made decide(DispatchRules rules, DispatchFacts facts, UnitFinder units) {
        Dispatch dispatch = new Dispatch(rules, facts, units);
        DispatchDecision decision = dispatch.decision();
        return new Made(facts.answered(List.copyOf(dispatch.answers.values())), decision);
    }

    /** Decides again on stored facts. */
    public static DispatchDecision replay(DispatchRules rules, DispatchFacts facts) {
        return new Dispatch(rules, facts, (reference, areaKey) -> Optional.empty())
                .remembering()
                .decision();
    }

    /** The same by other rules: units that nobody asked for then are asked for now. */
    static DispatchDecision whatIf(DispatchRules rules, DispatchFacts facts, UnitFinder units) {
        return new Dispatch(rules, facts, units).remembering().decision();
    }

    private Dispatch remembering() {
        facts.units().forEach(answer -> answers.put(answer.reference(), answer));
        return this;
    }

    private DispatchDecision decision() {
        if (facts.chosenUnit() != null) {
            // a unit that has been closed since cannot take its ticket back
            return find(facts.chosenUnit()).map(this::chosen).orElseGet(this::withoutEntry);
        }
        facts.dangers().forEach(this::becauseOfDanger);
        if (facts.alarming() && facts.isAutomatic()) {
            // whoever is in danger is not kept waiting by a guess: a person looks at it first
            isPlaceSettled();
            return toPeople();
        }
        boolean matter = new MatterCheck(rules, facts, reasons).isSettled();
        boolean place = isPlaceSettled();
        if (!matter || !place) {
            return toPeople();
        }
        for (DutyEntry entry : entries()) {
            Optional<UnitRef> lead = find(entry.lead());
            if (lead.isPresent()) {
                becauseOf(entry, lead.get());
                return toUnit(lead.get(), entry);
            }
        }
        return withoutEntry();
    }

    private boolean isPlaceSettled() {
        if (facts.placedBy() == null) {
            because(ReasonCode.PLACE_UNKNOWN, "reason.place-unknown");
            return true;
        }
        String path = String.join(" · ", facts.areaPath());
        if (!rules.believesPlace(facts)) {
            because(ReasonCode.PLACE_UNSURE, "reason.place-unsure", path, MatterCheck.percent(facts.placeConfidence()));
            return false;
        }
        switch (facts.placedBy()) {
            case POINT -> because(ReasonCode.PLACE_POINT, "reason.place-point", path);
            case CHOSEN -> because(ReasonCode.PLACE_CHOSEN, "reason.place-chosen", path);
            case NAMED -> becauseNamed(path);
        }
        return true;
    }

    private void becauseOfDanger(Danger danger) {
        because(ReasonCode.DANGER, "reason.danger", String.join("\n", danger.words()), danger.name(), danger.line());
    }

    private void becauseNamed(String path) {
        if (facts.placeWords() == null) {
            because(ReasonCode.PLACE_NAMED, "reason.place-named", path);
        } else {
            because(ReasonCode.PLACE_NAMED, "reason.place-named-by", path, facts.placeWords());
        }
    }

    private DispatchDecision withoutEntry() {
        if (facts.placed()) {
            Optional<UnitRef> street = find(DutyEntry.KIND + Unit.STREET_OFFICE);
            if (street.isPresent()) {
                because(
                        ReasonCode.NO_ENTRY_STREET,
                        "reason.no-entry-street",
                        street.get().name());
                return toUnit(street.get(), null);
            }
        }
        Optional<UnitRef> desk = find(DutyEntry.KIND + Unit.CITY_HOTLINE);
        if (desk.isPresent()) {
            because(ReasonCode.DESK, "reason.desk", desk.get().name());
            return toUnit(desk.get(), null);
        }
        return toPeople();
    }

    /** A person has named the unit; the duty list still gives basis and limit when it names the same one. */
    private DispatchDecision chosen(UnitRef unit) {
        switch (facts.cause()) {
            case REOPENED -> because(ReasonCode.SAME_UNIT, "reason.same-unit", unit.name());
            case SETTLED -> because(ReasonCode.SETTLED_ON_SPOT, "reason.settled-on-spot", unit.name());
            case RECORDED -> because(ReasonCode.UNIT_CHOSEN, "reason.unit-answers", unit.name());
            default -> because(ReasonCode.UNIT_CHOSEN, "reason.unit-chosen", unit.name());
        }
        for (DutyEntry entry : entries()) {
            if (find(entry.lead()).filter(unit::equals).isPresent()) {
                becauseOf(entry, unit);
                return toUnit(unit, entry);
            }
        }
        return toUnit(unit, null);
    }

    private DispatchDecision toUnit(UnitRef unit, @Nullable DutyEntry entry) {
        List<UnitRef> assists = entry == null
                ? List.of()
                : entry.assists().stream()
                        .flatMap(assist -> find(assist).stream())
                        .filter(assist -> !assist.id().equals(unit.id()))
                        .distinct()
                        .toList();
        return new DispatchDecision(
                DispatchOutcome.UNIT, facts.isAutomatic(), unit, assists, entry, deadline(entry), reasons);
    }

    /** Without an entry the default holds, but moving a ticket on never puts off what its authors were promised. */
    private Deadline deadline(@Nullable DutyEntry entry) {
        if (entry != null) {
            because(ReasonCode.LIMIT, "reason.limit-of-entry", entry.limit());
            return Deadline.of(facts.at(), entry.limit(), rules.calendar());
        }
        Deadline reckoned = hurried(rules.limitWithoutEntry());
        Limit limit = reckoned.limit();
        Instant before = facts.dueBefore();
        if (before == null || !before.isBefore(reckoned.at())) {
            boolean usual = limit.equals(rules.limitWithoutEntry());
            because(ReasonCode.LIMIT, usual ? "reason.limit-default" : "reason.limit-urgent", limit);
            return reckoned;
        }
        Deadline kept = reckoned.keptAt(before, rules.calendar());
        because(
                ReasonCode.LIMIT,
                "reason.limit-kept",
                limit,
                before.atZone(rules.calendar().zone()).toLocalDateTime());
        return kept;
    }

    private DispatchDecision toPeople() {
        Deadline deadline = hurried(rules.triageLimit());
        boolean usual = deadline.limit().equals(rules.triageLimit());
        because(ReasonCode.LIMIT, usual ? "reason.limit-of-triage" : "reason.limit-of-urgent-triage", deadline.limit());
        return new DispatchDecision(DispatchOutcome.TRIAGE, true, null, List.of(), null, deadline, reasons);
    }

    /** What may be urgent, even if nobody is sure yet, waits no longer than its urgency allows. */
    private Deadline hurried(Limit usual) {
        Deadline reckoned = Deadline.of(facts.at(), usual, rules.calendar());
        return rules.limitOf(rules.urgency(facts, facts.matterCode()))
                .map(limit -> Deadline.of(facts.at(), limit, rules.calendar()))
                .filter(sooner -> sooner.at().isBefore(reckoned.at()))
                .orElse(reckoned);
    }

    private List<DutyEntry> entries() {
        return facts.matterCode() == null
                ? List.of()
                : rules.duty().of(rules.matters().lineage(facts.matterCode()));
    }

    private void becauseOf(DutyEntry entry, UnitRef lead) {
        String matter = rules.matterName(entry.matter());
        because(ReasonCode.DUTY_ENTRY, "reason.duty-entry", matter, lead.name(), entry.basis());
    }

    /** A kind needs a place; without one only a unit named by its code, or the desk of the whole city, can be found. */
    private Optional<UnitRef> find(String reference) {
        UnitAnswer answer = answers.computeIfAbsent(
                reference,
                asked ->
                        new UnitAnswer(asked, units.find(asked, facts.areaKey()).orElse(null)));
        return Optional.ofNullable(answer.unit());
    }

    private void because(ReasonCode code, String text, Object... arguments) {
        reasons.add(new Reason(code, Said.of(text, arguments)));
    }
}
