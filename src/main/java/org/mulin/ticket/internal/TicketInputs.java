package org.mulin.ticket.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of writes; {@code version} is the one that the writer saw. */
final class TicketInputs {
    /** Longest text of one step, in chars. */
    static final int WORDS_MAX = 5_000;

    private static final int CODE_MAX = 64;
    private static final int PHOTOS_MAX = 20;

    private TicketInputs() {}

    record Acceptance(@Min(1) long version) {}

    record Assignment(@NotNull UUID postId, @Min(1) long version) {}

    record WordsAndPhotos(
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @Min(1) long version) {
        List<UUID> photos() {
            return photoIds == null ? List.of() : photoIds;
        }
    }

    record Question(
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Min(1) long version) {}

    record ReturnInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,
            @NotBlank @Size(max = 2 * CODE_MAX) String dutyEntry,
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Min(1) long version) {}

    record TransferInput(
            @NotNull UUID unitId,
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Min(1) long version) {}

    record DeclineInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Min(1) long version) {}

    record ClosureInput(
            @NotBlank @Size(max = WORDS_MAX) String words,
            @Min(1) long version) {}

    record Classification(
            @NotBlank @Size(max = CODE_MAX) String matterCode,
            @Nullable @Size(max = CODE_MAX) String areaCode,
            @Min(1) long version) {}

    record ContactReadingInput(@NotBlank @Size(max = 200) String purpose) {}

    record Withdrawal(
            @NotBlank @Size(max = WORDS_MAX) String reason,
            @Min(1) long version) {}

    record Reopening(
            @NotBlank @Size(max = WORDS_MAX) String reason,
            @Min(1) long version) {}

    record VerdictInput(
            @NotNull Boolean contacted,
            @NotNull Boolean solved,
            @NotNull @Min(1) @Max(5) Integer satisfaction,
            @Nullable @Size(max = WORDS_MAX) String comment,
            @Min(1) long version) {}
}
