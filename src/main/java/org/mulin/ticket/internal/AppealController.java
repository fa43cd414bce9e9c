package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.TicketInputs.full;
import static org.mulin.ticket.internal.TicketInputs.phone;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Written;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.DecisionViews.UnderstandingView;
import org.mulin.ticket.internal.TicketViews.AppealReceipt;
import org.mulin.ticket.internal.open.JoinableView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Residents file appeals. */
@RestController
class AppealController {
    private static final int WORDS_MAX = 2_000;
    private static final String PHOTOS_LIMIT =
            "The policy pack says how many (photos_max, 6 without its word); more are refused.";

    private final AppealService service;
    private final MyAppealQueries queries;
    private final DecisionViews decisions;
    private final Clock clock;

    AppealController(AppealService service, MyAppealQueries queries, DecisionViews decisions, Clock clock) {
        this.service = service;
        this.queries = queries;
        this.decisions = decisions;
        this.clock = clock;
    }

    record UnderstandingRequest(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Valid PlaceInput place,
            @Nullable @Size(max = 64) String matterCode) {}

    /**
     * @param matterCode what the author answered when asked; left out when the words no longer suggest it
     * @param joinTicketId of {@link JoinableView}; without it, or when it is no longer joinable, a ticket begins
     */
    record NewAppealInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,

            @Nullable @Size(max = 20) @Schema(description = PHOTOS_LIMIT)
            List<@NotNull UUID> photoIds,

            @NotNull @Valid PlaceInput place,
            @NotNull Boolean confidential,
            @Nullable @Size(max = 50) String contactName,
            @Nullable @Size(max = 20) String contactPhone,
            @Nullable @JsonProperty("public") Boolean open,
            @Nullable @Size(max = 64) String matterCode,
            @Nullable UUID joinTicketId) {}

    /** What the machine understands, before anything is filed. */
    @PostMapping("/api/appeals/understandings")
    UnderstandingView understand(Actor actor, @RequestBody @Valid UnderstandingRequest body) {
        NewAppeal draft = appeal(
                actor,
                new NewAppealInput(body.words(), List.of(), body.place(), false, null, null, null, null, null),
                clock.instant());
        boolean resident = actor.isResident();
        Asking.Understood read = service.understand(draft, body.matterCode());
        return decisions.understanding(
                read, resident, resident ? service.joinable(draft, read.stored().facts()) : List.of());
    }

    @PostMapping("/api/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    AppealReceipt submit(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewAppealInput body) {
        AppealService.Submitted made = service.submit(
                actor, key, appeal(actor, body, clock.instant()), body.matterCode(), body.joinTicketId());
        return queries.receipt(made.appealId(), made.notJoined(), actor);
    }

    private static NewAppeal appeal(Actor actor, NewAppealInput body, Instant now) {
        String phone = phone(body.contactPhone(), "contactPhone");
        boolean open = Boolean.TRUE.equals(body.open());
        if (open && body.confidential()) {
            throw Malformed.of("public", "appeal-public-confidential");
        }
        return new NewAppeal(
                Channel.WEB,
                null,
                actor.accountId(),
                "",
                body.words(),
                now,
                body.place().given(),
                body.confidential(),
                full(body.contactName()),
                phone,
                body.photoIds() == null ? List.of() : body.photoIds(),
                null,
                open,
                null);
    }
}
