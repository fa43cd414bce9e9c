package org.mulin.ticket.internal.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private Dispatch remembering() {
        facts.units().forEach(answer -> answers.put(answer.reference(), answer));
        return this;
    }

    private DispatchDecision decision() {
        if (facts.chosenUnit() != null) {
            // a unit that has been closed since cannot take its ticket back
            return find(facts.chosenUnit()).map(this::chosen).orElseGet(this::withoutEntry);
        }
        boolean matter = isMatterSettled();
        boolean place = isPlaceSettled();
        if (!matter || !place) {
            return toPeople();
        }
        for (DutyEntry entry : entries()) {
            Optional<UnitRef> lead = find(entry.lead());
            if (lead.isPresent()) {
                because(ReasonCode.DUTY_ENTRY, dutyText(entry, lead.get()));
                return toUnit(lead.get(), entry);
            }
        }
        return withoutEntry();
    }

    private boolean isMatterSettled() {
        String code = facts.matterCode();
        if (code == null) {
            because(ReasonCode.MATTER_UNKNOWN, "未能识别事项，转人工研判");
            return false;
        }
        String name = rules.matterName(code);
        if (facts.cause() == DispatchCause.CLASSIFIED) {
            because(ReasonCode.MATTER_DECIDED, "经人工研判，事项为“" + name + "”");
            return true;
        }
        String sure = percent(facts.matterConfidence());
        if (facts.matterConfidence() < rules.matterConfidenceMin()) {
            because(
                    ReasonCode.MATTER_UNSURE,
                    "系统研判事项可能为“" + name + "”，把握 " + sure + "，低于 " + percent(rules.matterConfidenceMin()) + "，转人工研判");
            return false;
        }
        String words = facts.tellingWords().isEmpty() ? "" : "（关键词：" + String.join("、", facts.tellingWords()) + "）";
        because(ReasonCode.MATTER_READ, "系统研判事项为“" + name + "”，把握 " + sure + words);
        return true;
    }

    private boolean isPlaceSettled() {
        if (facts.placedBy() == null) {
            because(ReasonCode.PLACE_UNKNOWN, "未能确定地点");
            return true;
        }
        String path = String.join(" / ", facts.areaPath());
        if (facts.cause() == DispatchCause.INTAKE && facts.placeConfidence() < rules.placeConfidenceMin()) {
            because(ReasonCode.PLACE_UNSURE, "地点可能为 " + path + "，把握 " + percent(facts.placeConfidence()) + "，转人工研判");
            return false;
        }
        switch (facts.placedBy()) {
            case POINT -> because(ReasonCode.PLACE_POINT, "按定位，地点在 " + path);
            case CHOSEN -> because(ReasonCode.PLACE_CHOSEN, "按所选地点，在 " + path);
            case NAMED -> because(ReasonCode.PLACE_NAMED, named(path));
        }
        return true;
    }

    private String named(String path) {
        return facts.placeWords() == null ? "按文中地名，地点在 " + path : "文中提到“" + facts.placeWords() + "”，地点在 " + path;
    }

    private DispatchDecision withoutEntry() {
        if (facts.placed()) {
            Optional<UnitRef> street = find(DutyEntry.KIND + Unit.STREET_OFFICE);
            if (street.isPresent()) {
                because(
                        ReasonCode.NO_ENTRY_STREET,
                        "权责清单未列明承办单位，由地点所属的" + street.get().name() + "承接");
                return toUnit(street.get(), null);
            }
        }
        Optional<UnitRef> desk = find(DutyEntry.KIND + Unit.CITY_HOTLINE);
        if (desk.isPresent()) {
            because(ReasonCode.DESK, "地点不明或无所属街道，由" + desk.get().name() + "承接");
            return toUnit(desk.get(), null);
        }
        return toPeople();
    }

    /** A person has named the unit; the duty list still gives basis and limit when it names the same one. */
    private DispatchDecision chosen(UnitRef unit) {
        if (facts.cause() == DispatchCause.REOPENED) {
            because(ReasonCode.SAME_UNIT, "退回原承办单位" + unit.name() + "重新办理");
        } else {
            because(ReasonCode.UNIT_CHOSEN, "由派单员指定" + unit.name() + "承办");
        }
        for (DutyEntry entry : entries()) {
            if (find(entry.lead()).filter(unit::equals).isPresent()) {
                because(ReasonCode.DUTY_ENTRY, dutyText(entry, unit));
                return toUnit(unit, entry);
            }
        }
        return toUnit(unit, null);
    }

    private DispatchDecision toUnit(UnitRef unit, @Nullable DutyEntry entry) {
        Limit limit = entry == null ? rules.limitWithoutEntry() : entry.limit();
        because(ReasonCode.LIMIT, (entry == null ? "清单未列时限，按默认 " : "清单规定时限 ") + limit.chinese());
        List<UnitRef> assists = entry == null
                ? List.of()
                : entry.assists().stream()
                        .flatMap(assist -> find(assist).stream())
                        .filter(assist -> !assist.id().equals(unit.id()))
                        .distinct()
                        .toList();
        return new DispatchDecision(
                DispatchOutcome.UNIT,
                facts.cause() == DispatchCause.INTAKE,
                unit,
                assists,
                entry,
                Deadline.of(facts.at(), limit, rules.calendar()),
                reasons);
    }

    private DispatchDecision toPeople() {
        Limit limit = rules.triageLimit();
        because(ReasonCode.LIMIT, "研判时限 " + limit.chinese());
        return new DispatchDecision(
                DispatchOutcome.TRIAGE,
                true,
                null,
                List.of(),
                null,
                Deadline.of(facts.at(), limit, rules.calendar()),
                reasons);
    }

    private List<DutyEntry> entries() {
        return facts.matterCode() == null
                ? List.of()
                : rules.duty().of(rules.matters().lineage(facts.matterCode()));
    }

    private String dutyText(DutyEntry entry, UnitRef lead) {
        return "权责清单：“" + rules.matterName(entry.matter()) + "”由" + lead.name() + "主责，依据" + entry.basis();
    }

    /** A kind needs a place; without one only a unit named by its code, or the desk of the whole city, can be found. */
    private Optional<UnitRef> find(String reference) {
        UnitAnswer answer = answers.computeIfAbsent(
                reference,
                asked ->
                        new UnitAnswer(asked, units.find(asked, facts.areaKey()).orElse(null)));
        return Optional.ofNullable(answer.unit());
    }

    private void because(ReasonCode code, String text) {
        reasons.add(new Reason(code, text));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
