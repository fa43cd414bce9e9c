package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Texts;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.ReasonCode;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.ticket.internal.open.JoinableView;
import org.springframework.stereotype.Component;

/** How decisions are shown: what was understood, who handles it by when, and why. */
@Component
public class DecisionViews {
    private static final Set<String> QUOTING =
            Set.of(ReasonCode.DANGER.name(), ReasonCode.MATTER_READ.name(), ReasonCode.PLACE_NAMED.name());
    private static final Set<String> GUESSED = Set.of(
            ReasonCode.MATTER_READ.name(),
            ReasonCode.MATTER_UNSURE.name(),
            ReasonCode.MATTER_LITTLE_LEARNT.name(),
            ReasonCode.MATTER_UNFAMILIAR.name());

    private final Names names;

    DecisionViews(Names names) {
        this.names = names;
    }

    public record MatterFinding(String code, String name, double confidence) {}

    /** @param how POINT, CHOSEN or NAMED */
    public record PlaceFinding(String areaCode, List<String> path, double confidence, String how) {}

    public record UnitFinding(
            UUID id, String name, @Nullable String phone) {
        public static UnitFinding of(UnitRef unit) {
            return new UnitFinding(unit.id(), unit.name(), unit.phone().isEmpty() ? null : unit.phone());
        }
    }

    /** @param matter name of the matter or class that the entry stands for */
    public record DutyFinding(
            String id,
            String matter,
            String level,
            String basis,
            String limit,
            @Nullable String selfHelp) {}

    public record StepView(String text) {}

    public record ReasonView(String code, String text) {}

    /**
     * @param dueAt null while no unit has it
     * @param steps of the unit's deadline
     */
    public record DecisionView(
            List<DangerView> dangers,
            @Nullable MatterFinding matter,
            @Nullable PlaceFinding place,
            @Nullable UnitFinding unit,
            @Nullable Instant dueAt,
            @Nullable DutyFinding dutyEntry,
            List<StepView> steps,
            List<ReasonView> reasons,
            boolean automatic,
            Map<String, Long> packVersions) {}

    /**
     * Danger to life in the words: whom to call at once, and what to do.
     *
     * @param words that told so; none for whoever may not read them
     */
    public record DangerView(String line, String name, String say, List<String> words) {}

    /** @param unit who would get it then */
    record MatterChoice(String code, String name, String unit) {}

    /**
     * Which of two matters it is; without them, where it is.
     *
     * @param perhaps where it may be, null when nothing tells
     */
    record QuestionView(
            List<MatterChoice> matters, @Nullable PlaceFinding perhaps) {}

    /**
     * @param question null unless the answer would change who gets it
     * @param like what neighbours report already and may be joined
     */
    record UnderstandingView(
            @Nullable MatterFinding matter,
            @Nullable PlaceFinding place,
            @Nullable UnitFinding unit,
            @Nullable Instant dueAt,
            List<ReasonView> reasons,
            @Nullable QuestionView question,
            List<JoinableView> like) {}

    public DecisionView view(StoredDecision stored) {
        DispatchDecision decision = stored.decision();
        UnitRef unit = decision.unit();
        return new DecisionView(
                names.dangers(stored.facts().dangers()),
                matter(stored.facts()),
                place(stored.facts()),
                unit == null ? null : UnitFinding.of(unit),
                unit == null ? null : decision.deadline().at(),
                duty(decision.dutyEntry()),
                unit == null
                        ? List.of()
                        : decision.deadline().steps().stream()
                                .map(step -> new StepView(Texts.here(step.said())))
                                .toList(),
                reasons(decision),
                decision.automatic(),
                stored.packVersions());
    }

    /** For the accused of a confidential appeal: reasons that quote its words stay out. */
    public DecisionView withoutWords(StoredDecision stored) {
        DecisionView view = view(stored);
        List<ReasonView> reasons = view.reasons().stream()
                .filter(reason -> !QUOTING.contains(reason.code()))
                .toList();
        return new DecisionView(
                view.dangers().stream()
                        .map(each -> new DangerView(each.line(), each.name(), each.say(), List.of()))
                        .toList(),
                view.matter(),
                view.place(),
                view.unit(),
                view.dueAt(),
                view.dutyEntry(),
                view.steps(),
                reasons,
                view.automatic(),
                view.packVersions());
    }

    /**
     * For residents: while people have still to decide, their own clock is no promise, and a guess of matter or place
     * that is not sure enough, or of a matter beside a danger, is not named.
     *
     * @param others whether it was decided about other people's words: those that it quotes stay out
     */
    DecisionView forResident(StoredDecision stored, boolean others) {
        DecisionView view = others ? withoutWords(stored) : view(stored);
        if (view.unit() != null) {
            return view;
        }
        DispatchFacts facts = stored.facts();
        boolean matter = facts.dangers().isEmpty()
                && facts.matterConfidence() >= names.guessShownMin()
                && view.reasons().stream().noneMatch(each -> each.code().equals(ReasonCode.MATTER_UNFAMILIAR.name()));
        boolean place = facts.placeConfidence() >= names.guessShownMin();
        return new DecisionView(
                view.dangers(),
                matter ? view.matter() : null,
                place ? view.place() : null,
                null,
                null,
                null,
                List.of(),
                view.reasons().stream()
                        .filter(reason -> !reason.code().equals(ReasonCode.LIMIT.name()))
                        .filter(reason -> matter || !GUESSED.contains(reason.code()))
                        .filter(reason -> place || !reason.code().equals(ReasonCode.PLACE_UNSURE.name()))
                        .toList(),
                view.automatic(),
                view.packVersions());
    }

    UnderstandingView understanding(Asking.Understood understood, boolean resident, List<JoinableView> like) {
        StoredDecision stored = understood.stored();
        DecisionView view = resident ? forResident(stored, false) : view(stored);
        return new UnderstandingView(
                view.matter(), view.place(), view.unit(), view.dueAt(), view.reasons(), question(understood), like);
    }

    private static @Nullable QuestionView question(Asking.Understood understood) {
        Asking.Question question = understood.question();
        return question == null
                ? null
                : new QuestionView(
                        question.matters().stream()
                                .map(choice -> new MatterChoice(
                                        choice.code(),
                                        choice.name(),
                                        choice.unit().name()))
                                .toList(),
                        question.perhaps() == null
                                ? null
                                : place(understood.stored().facts()));
    }

    private @Nullable MatterFinding matter(DispatchFacts facts) {
        String code = facts.matterCode();
        return code == null
                ? null
                : new MatterFinding(code, String.valueOf(names.matter(code)), facts.matterConfidence());
    }

    private static @Nullable PlaceFinding place(DispatchFacts facts) {
        return facts.placedBy() == null
                ? null
                : new PlaceFinding(
                        facts.areaCode(),
                        facts.areaPath(),
                        facts.placeConfidence(),
                        facts.placedBy().name());
    }

    private @Nullable DutyFinding duty(@Nullable DutyEntry entry) {
        return entry == null
                ? null
                : new DutyFinding(
                        entry.id(),
                        String.valueOf(names.matter(entry.matter())),
                        entry.level().word(),
                        entry.basis(),
                        Texts.here(entry.limit().said()),
                        entry.selfHelp());
    }

    private static List<ReasonView> reasons(DispatchDecision decision) {
        return decision.reasons().stream()
                .map(reason -> new ReasonView(reason.code().name(), Texts.here(reason.said())))
                .toList();
    }
}
