package org.mulin.ticket.internal.exclusion;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.base.Written;
import org.mulin.file.StoredFile;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.RateKind;

/** What is shown of exclusions and asked about them. */
final class ExclusionViews {
    private static final int WORDS_MIN = 10;
    private static final int WORDS_MAX = 2_000;
    private static final int CODE_MAX = 64;
    private static final int PHOTOS_MAX = 6;

    private ExclusionViews() {}

    record EvidenceView(UUID id, String name) {
        static List<EvidenceView> of(List<StoredFile> files) {
            return files.stream()
                    .map(file -> new EvidenceView(file.id(), file.name()))
                    .toList();
        }
    }

    /** When a granted exclusion was revoked, by which unit and why. */
    record RevocationView(
            Instant at, @Nullable String unit, @Nullable String words) {}

    /**
     * One application.
     *
     * @param words what the unit says
     * @param evidence read at {@code /api/tickets/{ticketId}/files/{id}}
     * @param decidedWords what the reviewer said of the application
     * @param revoked why what was granted was revoked; null when it was not
     */
    record ExclusionView(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matter,
            @Nullable String area,
            ExclusionState state,
            UUID unitId,
            String unit,
            String reasonCode,
            String reason,
            String basis,
            List<RateKind> rates,
            String words,
            List<EvidenceView> evidence,
            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedUnit,
            @Nullable String decidedWords,
            @Nullable RevocationView revoked,
            List<ExclusionAction> allowedActions,
            long version) {}

    /**
     * A reason that the pack names.
     *
     * @param until when a unit may ask for it about this ticket; null in a list of all
     */
    record ExclusionReasonView(
            String code,
            String name,
            String basis,
            List<RateKind> rates,
            @Nullable Instant until) {}

    /**
     * The exclusions of a ticket, newest first.
     *
     * @param reasons for which the reader's unit may ask now; empty when it may not
     */
    record TicketExclusions(
            UUID ticketId, List<ExclusionView> exclusions, List<ExclusionReasonView> reasons, long version) {}

    record ExclusionInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,

            @NotBlank @Written @Size(min = WORDS_MIN, max = WORDS_MAX)
            String words,

            @NotNull @Size(min = 1, max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Min(1) Long version) {
        /** @throws Malformed {@code field-invalid} when blanks alone make the words long enough */
        String said() {
            String said = words.strip();
            if (said.length() < WORDS_MIN) {
                throw Malformed.of("words", "field-invalid");
            }
            return said;
        }
    }

    record ExclusionWithdrawal(@NotNull @Min(1) Long version) {}

    record ExclusionReviewInput(
            @NotNull Boolean upheld,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record ExclusionRevocation(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}
}
