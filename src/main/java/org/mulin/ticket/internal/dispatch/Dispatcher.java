package org.mulin.ticket.internal.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Draft;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.PlaceSource;
import org.mulin.triage.Reading;
import org.mulin.triage.Span;
import org.springframework.stereotype.Component;

/** Gathers the facts of a decision and has it decided with the units of today. */
@Component
public class Dispatcher {
    private final RuleBook rules;
    private final Units units;
    private final Areas areas;

    Dispatcher(RuleBook rules, Units units, Areas areas) {
        this.rules = rules;
        this.units = units;
        this.areas = areas;
    }

    /** The rules and the areas of one moment, for one appeal or a whole batch. */
    public final class Session {
        private final DispatchRules book = rules.current();
        private final AreaTree tree = areas.tree();
        private final List<EmergencyLine> emergencies = rules.emergencies();

        private Session() {}

        public DispatchRules rules() {
            return book;
        }

        public Dispatch.Made decide(DispatchFacts facts) {
            return Dispatch.decide(book, facts, Dispatcher.this::find);
        }

        /** What the words tell of danger to life, in the order of the pack; nothing when they are many. */
        public List<Danger> dangers(String words) {
            if (words.length() > book.emergencyLettersMax()) {
                return List.of();
            }
            return emergencies.stream().flatMap(each -> each.in(words).stream()).toList();
        }

        /** What the machine read, nobody having looked at it yet. */
        public DispatchFacts read(Reading reading, Instant now) {
            MatterGuess matter =
                    reading.matters().isEmpty() ? null : reading.matters().getFirst();
            return incoming(DispatchCause.INTAKE, reading, matter, now);
        }

        /** The author chose the matter; the machine read the place. */
        public DispatchFacts chosen(Reading reading, String matterCode, Instant now) {
            return incoming(DispatchCause.CHOSEN, reading, sure(matterCode), now);
        }

        /** A clerk took it in and chose the matter; the machine read the place. */
        public DispatchFacts recorded(Reading reading, String matterCode, Instant now) {
            return incoming(DispatchCause.RECORDED, reading, sure(matterCode), now);
        }

        private DispatchFacts incoming(
                DispatchCause cause, Reading reading, @Nullable MatterGuess matter, Instant now) {
            Optional<PlaceGuess> place = reading.place();
            Span span = place.map(PlaceGuess::span).orElse(null);
            return facts(
                    cause,
                    now,
                    matter,
                    place.map(PlaceGuess::areaKey).orElse(null),
                    place.map(PlaceGuess::how).orElse(null),
                    place.map(PlaceGuess::confidence).orElse(0.0),
                    span == null ? null : span.words());
        }

        /** Where it is counted, for all to see; empty when the place is unknown or only a guess. */
        public Optional<String> believedAreaKey(DispatchFacts facts) {
            return Optional.of(facts).filter(book::believesPlace).map(DispatchFacts::areaKey);
        }

        public String cityKey() {
            return tree.city().key();
        }

        /** Code of the area that stands today for the given one; the given one when none does. */
        public String today(String areaCode) {
            return tree.today(areaCode).map(Area::code).orElse(areaCode);
        }

        private MatterGuess sure(String matterCode) {
            if (book.matters().leaves().stream().noneMatch(leaf -> leaf.code().equals(matterCode))) {
                throw Refused.of("matter-unknown", matterCode).at("matterCode");
            }
            return MatterGuess.sure(matterCode);
        }

        /**
         * What a person decided.
         *
         * @param areaCode null keeps the place that was known before
         */
        public DispatchFacts classified(
                DispatchFacts before, String matterCode, @Nullable String areaCode, Instant now) {
            MatterGuess matter = sure(matterCode);
            String key = before.placed() ? before.areaKey() : null;
            PlaceSource how = before.placedBy();
            if (areaCode != null) {
                Area area = tree.today(areaCode).orElseThrow(() -> unknown(areaCode));
                key = area.key();
                how = PlaceSource.CHOSEN;
            }
            return facts(
                            DispatchCause.CLASSIFIED,
                            now,
                            matter,
                            key,
                            how,
                            1,
                            areaCode == null ? before.placeWords() : null)
                    .endangered(before.dangers());
        }

        private Refused unknown(String areaCode) {
            return tree.find(areaCode)
                    .map(ended -> Refused.of("area-ended", ended.name()))
                    .orElseGet(() -> Refused.of("area-unknown", areaCode))
                    .at("areaCode");
        }

        private DispatchFacts facts(
                DispatchCause cause,
                Instant now,
                @Nullable MatterGuess matter,
                @Nullable String areaKey,
                @Nullable PlaceSource how,
                double placeConfidence,
                @Nullable String placeWords) {
            String key = areaKey == null ? tree.city().key() : areaKey;
            List<Area> path = tree.path(key);
            return new DispatchFacts(
                    cause,
                    now,
                    matter == null ? null : matter.code(),
                    matter == null ? 0 : matter.probability(),
                    matter == null ? List.of() : matter.tellingWords(),
                    matter == null ? null : matter.backing(),
                    path.stream().map(Area::name).toList(),
                    path.getLast().code(),
                    key,
                    how,
                    how == null ? 0 : placeConfidence,
                    placeWords,
                    null,
                    null,
                    List.of(),
                    List.of());
        }
    }

    public Session session() {
        return new Session();
    }

    /** Decides again what was decided before, by the rules and on the facts of then. */
    public DispatchDecision replay(DispatchFacts facts, Map<String, Long> versions) {
        return Dispatch.replay(rules.at(versions), facts);
    }

    /** For taking decisions once more as if the draft had been in force. */
    public DraftReplay replaying(Draft draft) {
        return new DraftReplay(rules, draft, this::find);
    }

    /** The open unit that a duty-list reference means at a place. */
    public Optional<UnitRef> find(String reference, String areaKey) {
        Optional<Unit> found = reference.startsWith(DutyEntry.KIND)
                ? units.nearest(reference.substring(DutyEntry.KIND.length()), areaKey)
                : units.byCode(reference);
        return found.filter(Unit::open).map(unit -> new UnitRef(unit.id(), unit.code(), unit.name(), unit.phone()));
    }
}
