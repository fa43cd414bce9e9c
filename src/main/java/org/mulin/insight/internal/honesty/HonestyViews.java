package org.mulin.insight.internal.honesty;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.base.Written;
import org.mulin.triage.ReplyKind;

/** What is shown of reports that tickets are done, and asked about them. */
final class HonestyViews {
    private static final int WORDS_MAX = 2_000;

    private HonestyViews() {}

    /**
     * One signal of one report.
     *
     * @param amount how much: a share, bits, hours, metres, seconds or a satisfaction; null when it knows no degrees
     * @param other the report that says or shows the same; null when there is none, or none in the reader's area
     * @param photoId read at {@code /api/tickets/{ticketId}/files/{id}}, the other one under the other ticket
     */
    record SignalView(
            HonestySignal signal,
            int weight,
            @Nullable Double amount,
            @Nullable OtherClosure other,
            @Nullable UUID photoId,
            @Nullable UUID otherPhotoId) {}

    /** @param words of its unit; null in lists */
    record OtherClosure(
            UUID ticketId,
            String number,
            String unit,
            Instant at,
            @Nullable String words) {}

    /**
     * One report.
     *
     * @param id of the entry of the ticket's history that it is
     * @param score sum of the weights, at most 100
     * @param sentBack the reviewer gave the ticket back to the unit
     */
    record HonestyLine(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matter,
            @Nullable String area,
            UUID unitId,
            String unit,
            Instant at,
            int score,
            List<SignalView> signals,
            @Nullable HonestyVerdict verdict,
            @Nullable Instant reviewedAt,
            boolean sentBack,
            long version) {}

    record ProofView(UUID id, String name) {}

    /**
     * One report with its evidence.
     *
     * @param asked what was asked for, in one line; empty when it is confidential
     * @param words the unit's own
     * @param telling the clauses that made the reading
     * @param returnable a verdict may give the ticket back to the unit
     * @param reopened the ticket was worked on again since: the report cannot have solved it
     */
    record HonestyDetail(
            HonestyLine line,
            Instant openedAt,
            @Nullable Instant dueAt,
            String asked,
            String words,
            ReplyKind replyKind,
            List<String> telling,
            List<ProofView> photos,
            @Nullable String verdictWords,
            @Nullable String reviewerUnit,
            boolean returnable,
            boolean reopened) {}

    /** @param words needed where it is not solved; the ticket's authors read them when it is sent back */
    record HonestyVerdictInput(
            @NotNull HonestyVerdict verdict,
            @Nullable @Written @Size(max = WORDS_MAX) String words,
            @NotNull Boolean sendBack,
            @NotNull @Min(1) Long version) {
        /** @throws Malformed {@code field-required} when nothing is said about what is not solved */
        String said() {
            String said = words == null ? "" : words.strip();
            if (said.isEmpty() && verdict == HonestyVerdict.UNSOLVED) {
                throw Malformed.of("words", "field-required");
            }
            return said;
        }
    }

    /**
     * How a signal has proved itself.
     *
     * @param limit of the pack now; null when it knows no degrees
     * @param found reports with it
     * @param precision share of the reviewed ones that were not solved, with its Wilson 95 % interval; null without any
     */
    record SignalFigure(
            HonestySignal signal,
            int weight,
            @Nullable Double limit,
            int found,
            int reviewed,
            int unsolved,
            @Nullable Double precision,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * @param checked reports in the reader's area
     * @param queued of them with at least {@code queueFrom} points
     * @param waiting queued and not reviewed
     */
    record HonestyFigures(
            int checked,
            int queued,
            int waiting,
            int reviewed,
            int unsolved,
            int sentBack,
            int queueFrom,
            List<SignalFigure> signals) {}
}
