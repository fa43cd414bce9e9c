package org.mulin.ticket.internal.clock;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.base.Written;
import org.mulin.policy.DeadlineStepKind;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.EscalationCause;

/** What is shown of clocks and asked about them. */
final class ClockViews {
    private static final int WORDS_MAX = 2_000;

    private ClockViews() {}

    /** @param text in the reader's language */
    record ProofStep(LocalDate date, DeadlineStepKind kind, String text) {}

    /**
     * What the reader's unit may ask for now.
     *
     * @param longest in words of the reader's language
     * @param left how often still
     */
    record AskView(DeferralKind kind, String approver, String longest, long left) {}

    /** @param words what the one who decided wrote */
    record DeferralView(
            UUID id,
            DeferralKind kind,
            DeferralState state,
            String unit,
            String approver,
            String reason,
            String plan,
            @Nullable String extension,
            @Nullable Instant reviewAt,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant pausedFrom,
            @Nullable Instant pausedUntil,
            @Nullable String words,
            List<DeferralAction> allowedActions,
            long version) {
        DeferralView withoutWords() {
            return new DeferralView(
                    id,
                    kind,
                    state,
                    unit,
                    approver,
                    "",
                    "",
                    extension,
                    reviewAt,
                    askedAt,
                    decidedAt,
                    pausedFrom,
                    pausedUntil,
                    null,
                    allowedActions,
                    version);
        }
    }

    record TriedView(ActionKind action, Instant at) {}

    record EscalationView(
            EscalationCause cause,
            AreaLevel level,
            String unit,
            Instant beganAt,
            String limit,
            Instant dueAt,
            @Nullable Instant endedAt,
            boolean overdue,
            List<TriedView> tried) {}

    /**
     * A ticket's clock and how its deadline is reckoned.
     *
     * @param limit in words; null when the deadline was given from elsewhere
     * @param steps the proof; empty when nobody here reckoned it
     * @param maySupervise the reader's unit may direct the handling one
     */
    record ClockView(
            UUID ticketId,
            String number,
            @Nullable String unit,
            @Nullable Instant startedAt,
            @Nullable String limit,
            @Nullable Instant dueAt,
            @Nullable Instant pausedUntil,
            boolean overdue,
            List<ProofStep> steps,
            List<DeferralView> deferrals,
            List<EscalationView> escalations,
            List<AskView> mayAsk,
            boolean maySupervise,
            Instant now,
            long version) {}

    /** @param dueAt the ticket's deadline now: a request must be decided before it */
    record DeferralRow(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matter,
            DeferralKind kind,
            DeferralState state,
            String unit,
            String reason,
            @Nullable String extension,
            @Nullable Instant reviewAt,
            @Nullable Instant dueAt,
            Instant askedAt) {}

    /** @param next cursor of the next page; null on the last */
    record DeferralPage(List<DeferralRow> items, @Nullable String next) {}

    /**
     * @param extension such as {@code 3wd}; for an extension
     * @param reviewOn for a suspension
     */
    record DeferralInput(
            @NotNull DeferralKind kind,
            @NotBlank @Written @Size(max = WORDS_MAX) String reason,
            @NotBlank @Written @Size(max = WORDS_MAX) String plan,
            @Nullable @Size(max = 8) String extension,
            @Nullable LocalDate reviewOn,
            @NotNull @Min(1) Long version) {}

    record DeferralDecisionInput(
            @NotNull DeferralAction action,
            @Nullable @Size(max = WORDS_MAX) String words,
            @Nullable LocalDate reviewOn,
            @NotNull @Min(1) Long version) {}

    record SupervisionInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}
}
