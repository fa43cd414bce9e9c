package org.mulin.ticket.internal.dispatch;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Limit;
import org.mulin.policy.Settings;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.TriageSettings;
import org.mulin.triage.Urgency;

/** The part of a pack that decides; {@code versions} name the tables it was read from. */
public record DispatchRules(
        Matters matters, DutyList duty, WorkingCalendar calendar, Settings settings, Map<String, Long> versions) {
    public DispatchRules {
        versions = Map.copyOf(versions);
    }

    public String matterName(String code) {
        return matters.find(code).map(Matter::name).orElse(code);
    }

    public double matterConfidenceMin() {
        return settings.get(TicketSettings.AUTO_DISPATCH_CONFIDENCE);
    }

    /** From so many confirmed tickets of a matter on, what was learnt from them is believed. */
    int confirmedMin() {
        return settings.get(TriageSettings.CONFIRMED_MIN);
    }

    int heldBackMin() {
        return settings.get(TriageSettings.HELD_BACK_MIN);
    }

    /** The share of the right ones that is asked of what goes out alone. */
    double precision() {
        return settings.get(TriageSettings.PRECISION);
    }

    /** The largest share of words that the machine has hardly seen of what goes out alone. */
    double unfamiliarMax() {
        return settings.get(TriageSettings.UNFAMILIAR_MAX);
    }

    /** Whether it is placed, and by more than a guess that nobody has looked at. */
    boolean believesPlace(DispatchFacts facts) {
        return facts.placed()
                && !(facts.isIntake() && facts.placeConfidence() < settings.get(TicketSettings.AUTO_PLACE_CONFIDENCE));
    }

    Limit limitWithoutEntry() {
        return settings.get(TicketSettings.LIMIT_DEFAULT);
    }

    /** Danger to life is an emergency; else as urgent as the matter, if there is enough reason to believe in it. */
    public Urgency urgency(DispatchFacts facts, @Nullable String matterCode) {
        if (facts.alarming()) {
            return Urgency.EMERGENCY;
        }
        return Optional.ofNullable(matterCode)
                .filter(_ -> facts.matterConfidence() >= settings.get(TicketSettings.URGENCY_CONFIDENCE))
                .flatMap(matters::find)
                .map(Matter::urgency)
                .orElse(Urgency.NORMAL);
    }

    /** What an urgent matter may wait at most where the duty list is silent; empty when the pack does not say. */
    Optional<Limit> limitOf(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> Optional.empty();
            case URGENT -> settings.find(TicketSettings.LIMIT_URGENT);
            case EMERGENCY -> settings.find(TicketSettings.LIMIT_EMERGENCY);
        };
    }

    int emergencyLettersMax() {
        return settings.get(TicketSettings.EMERGENCY_LETTERS);
    }

    Limit triageLimit() {
        return settings.get(TicketSettings.TRIAGE_LIMIT);
    }
}
