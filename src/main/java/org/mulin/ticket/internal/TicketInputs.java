package org.mulin.ticket.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.base.Written;

/** Bodies of writes; {@code version} is the one that the writer saw. */
public final class TicketInputs {
    /** Longest text of one step, in chars. */
    static final int WORDS_MAX = 5_000;

    private static final int CODE_MAX = 64;
    private static final int PHOTOS_MAX = 20;

    private TicketInputs() {}

    /** The text without blanks around it; null when nothing is left. */
    public static @Nullable String full(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws Malformed {@code field-invalid} when it is no phone number of any kind */
    static @Nullable String phone(@Nullable String text, String field) {
        String phone = full(text);
        if (phone != null && !phone.matches("[0-9+][0-9 -]{4,18}")) {
            throw Malformed.of(field, "field-invalid");
        }
        return phone;
    }

    record Acceptance(@NotNull @Min(1) Long version) {}

    record Assignment(@NotNull UUID postId, @NotNull @Min(1) Long version) {}

    record WordsAndPhotos(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Min(1) Long version) {
        List<UUID> photos() {
            return photoIds == null ? List.of() : photoIds;
        }
    }

    record Question(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    /** @param matterCode the matter held to be right, when the cited entry is not about the ticket's own */
    record ReturnInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,
            @NotBlank @Size(max = 2 * CODE_MAX) String dutyEntry,
            @Nullable @Size(max = CODE_MAX) String matterCode,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record TransferInput(
            @NotNull UUID unitId,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record DeclineInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record ClosureInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record Classification(
            @NotBlank @Size(max = CODE_MAX) String matterCode,
            @Nullable @Size(max = CODE_MAX) String areaCode,
            @NotNull @Min(1) Long version) {}

    record ContactReadingInput(
            @NotBlank @Written @Size(max = 200) String purpose) {}

    record PublicityInput(
            @NotNull @JsonProperty("public") Boolean open,
            @NotNull @Min(1) Long version) {}

    record Withdrawal(
            @NotBlank @Written @Size(max = WORDS_MAX) String reason,
            @NotNull @Min(1) Long version) {}

    record Reopening(
            @NotBlank @Written @Size(max = WORDS_MAX) String reason,
            @NotNull @Min(1) Long version) {}

    record VerdictInput(
            @NotNull Boolean contacted,
            @NotNull Boolean solved,
            @NotNull @Min(1) @Max(5) Integer satisfaction,
            @Nullable @Size(max = WORDS_MAX) String comment,
            @NotNull @Min(1) Long version) {}
}
