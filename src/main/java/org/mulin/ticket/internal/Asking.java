package org.mulin.ticket.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.DispatchOutcome;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.ReasonCode;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Reading;
import org.springframework.stereotype.Component;

/** 一问: what an author is asked while writing, and only if the answer changes who gets the appeal. */
@Component
class Asking {
    private static final List<ReasonCode> UNSETTLED = List.of(
            ReasonCode.MATTER_UNKNOWN,
            ReasonCode.MATTER_UNSURE,
            ReasonCode.MATTER_LITTLE_LEARNT,
            ReasonCode.MATTER_UNFAMILIAR);

    private final IntakeService intake;
    private final Dispatcher dispatcher;
    private final Policy policy;

    Asking(IntakeService intake, Dispatcher dispatcher, Policy policy) {
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.policy = policy;
    }

    /**
     * Which of two matters it is; or, without them, where it is.
     *
     * @param perhaps where it may be, null when nothing tells
     */
    record Question(List<Choice> matters, @Nullable PlaceGuess perhaps) {}

    /** @param unit who would get it then */
    record Choice(String code, String name, UnitRef unit) {}

    /** @param question null when no answer would change the decision */
    record Understood(StoredDecision stored, @Nullable Question question) {}

    Understood understand(NewAppeal appeal) {
        Dispatcher.Session session = dispatcher.session();
        Reading reading = intake.reading(session, appeal);
        var made = session.decide(intake.facts(session, reading, appeal, appeal.submittedAt()));
        return new Understood(
                StoredDecision.of(made, session.rules()),
                // whoever is in danger calls, and answers nothing
                made.facts().dangers().isEmpty() ? question(session, reading, appeal, made.decision()) : null);
    }

    /**
     * The appeal with its author's answer, as long as the words still suggest it.
     *
     * @throws Refused {@code matter-unknown} when there is no such matter
     */
    NewAppeal answered(NewAppeal appeal, @Nullable String matterCode) {
        if (matterCode == null) {
            return appeal;
        }
        Dispatcher.Session session = dispatcher.session();
        if (session.rules().matters().find(matterCode).isEmpty()) {
            throw Refused.of("matter-unknown", matterCode).at("matterCode");
        }
        return intake.reading(session, appeal).matters().stream()
                        .anyMatch(guess -> guess.code().equals(matterCode))
                ? appeal.about(matterCode)
                : appeal;
    }

    private @Nullable Question question(
            Dispatcher.Session session, Reading reading, NewAppeal appeal, DispatchDecision decision) {
        boolean settled = decision.reasons().stream().noneMatch(reason -> UNSETTLED.contains(reason.code()));
        if (settled) {
            return isMisplaced(decision) || reading.place().isEmpty() && dependsOnPlace(decision)
                    ? new Question(List.of(), reading.place().orElse(null))
                    : null;
        }
        return appeal.matterCode() == null ? whichMatter(session, reading, appeal) : null;
    }

    /** Only for want of its place it goes to people, or to the desk of the whole city. */
    private static boolean isMisplaced(DispatchDecision decision) {
        return decision.outcome() == DispatchOutcome.TRIAGE
                || decision.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.DESK);
    }

    /** Whoever is named by its kind is another one somewhere else. */
    private static boolean dependsOnPlace(DispatchDecision decision) {
        return decision.dutyEntry() != null && decision.dutyEntry().lead().startsWith(DutyEntry.KIND);
    }

    private @Nullable Question whichMatter(Dispatcher.Session session, Reading reading, NewAppeal appeal) {
        List<MatterGuess> guesses = reading.matters();
        if (guesses.size() < 2
                || guesses.get(0).probability() + guesses.get(1).probability()
                        < policy.setting(TicketSettings.ASK_CONFIDENCE)) {
            return null;
        }
        List<Choice> choices = guesses.subList(0, 2).stream()
                .map(guess -> choice(session, reading, guess.code(), appeal))
                .filter(Objects::nonNull)
                .toList();
        boolean differ =
                choices.stream().map(choice -> choice.unit.id()).distinct().count() == 2;
        return differ ? new Question(choices, null) : null;
    }

    private static @Nullable Choice choice(Dispatcher.Session session, Reading reading, String code, NewAppeal appeal) {
        DispatchFacts facts = session.chosen(reading, code, appeal.submittedAt());
        UnitRef unit = session.decide(facts).decision().unit();
        DispatchRules rules = session.rules();
        return unit == null ? null : new Choice(code, rules.matterName(code), unit);
    }
}
