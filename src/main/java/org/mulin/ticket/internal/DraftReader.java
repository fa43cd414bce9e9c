package org.mulin.ticket.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.internal.dispatch.Dispatch;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Reading;
import org.springframework.stereotype.Component;

/** Reads what a clerk has written so far, as its registration would. */
@Component
public class DraftReader {
    private final IntakeService intake;
    private final PlaceCheck places;
    private final Dispatcher dispatcher;

    DraftReader(IntakeService intake, PlaceCheck places, Dispatcher dispatcher) {
        this.intake = intake;
        this.places = places;
        this.dispatcher = dispatcher;
    }

    /** @param placeName the compound, road or landmark that is meant; null when only an area is known */
    public record Draft(
            NewAppeal appeal,
            Dispatch.Made made,
            DispatchRules rules,
            List<Suggested> suggestions,
            @Nullable String placeName) {}

    /** @param unit who would get it, if it were this */
    public record Suggested(
            MatterGuess guess, String name, @Nullable UnitRef unit) {}

    public Draft read(NewAppeal appeal) {
        places.check(appeal.place());
        Dispatcher.Session session = dispatcher.session();
        Reading reading = intake.reading(session, appeal);
        String given = appeal.place().placeName();
        return new Draft(
                appeal,
                session.decide(intake.recorded(session, reading, appeal, appeal.submittedAt())),
                session.rules(),
                reading.matters().stream()
                        .map(guess -> suggested(guess, reading, session, appeal))
                        .toList(),
                given == null ? reading.place().map(PlaceGuess::placeName).orElse(null) : given);
    }

    private static Suggested suggested(
            MatterGuess guess, Reading reading, Dispatcher.Session session, NewAppeal appeal) {
        var facts = session.recorded(reading, guess.code(), appeal.submittedAt());
        return new Suggested(
                guess,
                session.rules().matterName(guess.code()),
                session.decide(facts).decision().unit());
    }
}
