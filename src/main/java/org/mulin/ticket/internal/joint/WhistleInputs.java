package org.mulin.ticket.internal.joint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Written;
import org.mulin.ticket.internal.PlaceInput;

/** Bodies of writes; {@code version} is the one that the writer saw. */
final class WhistleInputs {
    static final int WORDS_MAX = 5_000;
    static final int UNITS_MAX = 10;
    private static final int TICKETS_MAX = 100;
    private static final int CODE_MAX = 64;
    private static final int NOTE_MAX = 1_000;
    private static final int PHOTOS_MAX = 20;

    private WhistleInputs() {}

    record PlanInput(@NotEmpty @Size(max = TICKETS_MAX) List<@NotNull UUID> ticketIds) {}

    record SeenTicket(@NotNull UUID id, @NotNull @Min(1) Long version) {}

    record CalledUnit(@NotNull UUID unitId, boolean lead) {}

    /**
     * @param tickets the first leads: its history tells the whole
     * @param place its text is required; a point helps to judge whether who checks in is there
     */
    record NewWhistle(
            @NotEmpty @Size(max = TICKETS_MAX) List<@NotNull @Valid SeenTicket> tickets,
            @NotBlank @Written @Size(max = WORDS_MAX) String problem,
            @NotNull @Valid PlaceInput place,
            @NotNull Instant meetAt,
            @NotEmpty @Size(max = UNITS_MAX) List<@NotNull @Valid CalledUnit> calls) {}

    record Seen(@NotNull @Min(1) Long version) {}

    record WordsInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    /** @param matterCode the matter held to be right, when the cited entry is not about the ticket's own */
    record ObjectionInput(
            @NotBlank @Size(max = CODE_MAX) String reasonCode,
            @NotBlank @Size(max = 2 * CODE_MAX) String dutyEntry,
            @Nullable @Size(max = CODE_MAX) String matterCode,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record DecisionInput(
            @NotNull Boolean upheld,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    record DelegateInput(
            @NotBlank @Written @Size(max = 50) String name,

            @NotBlank @Pattern(regexp = "[0-9+][0-9 -]{4,18}", message = "field-invalid")
            String phone,

            @NotNull @Min(1) Long version) {}

    record CheckInInput(
            @Nullable @Min(-180) @Max(180) Double lon,
            @Nullable @Min(-90) @Max(90) Double lat,
            @NotEmpty @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Min(1) Long version) {}

    record PromiseInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String done,
            @NotBlank @Written @Size(max = WORDS_MAX) String promise,
            @NotNull LocalDate promisedOn,
            @NotNull @Min(1) Long version) {}

    record FulfilInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotEmpty @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Min(1) Long version) {}

    record ScoreInput(
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = NOTE_MAX) String words,
            @NotNull @Min(1) Long version) {}

    /** @param needed false marks a whistle that was blown without need */
    record ReviewInput(
            @NotNull Boolean needed,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Min(1) Long version) {}

    /** @param version of the appeal as its author saw it */
    record RatingInput(
            @NotNull UUID whistleId,
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = NOTE_MAX) String words,
            @NotNull @Min(1) Long version) {}
}
