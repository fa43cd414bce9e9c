package org.mulin.admission.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.ChoreQueries.ChoreFilter;
import org.mulin.admission.internal.ChoreViews.ChoreFormView;
import org.mulin.admission.internal.ChoreViews.ChoreRow;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Community workers record what they did outside of their duty: kind, hours, for whom. */
@RestController
@RequestMapping("/api/admission")
class ChoreController {
    private static final String KEY = "Idempotency-Key";

    private final ChoreService service;
    private final ChoreQueries queries;

    ChoreController(ChoreService service, ChoreQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    /**
     * @param forUnitId when it was for a unit
     * @param day on which it was done; null: today
     */
    record ChoreInput(
            @NotBlank @Size(max = 64) String kind,

            @NotNull @DecimalMin("0.1") @DecimalMax("24") @Digits(integer = 2, fraction = 1)
            BigDecimal hours,

            @NotNull ForWhom forWhom,
            @Nullable UUID forUnitId,
            @NotNull @Size(max = 200) String words,
            @Nullable LocalDate day) {}

    record ChoreCancellation(@NotNull @Min(1) Long version) {}

    @GetMapping("/chore-form")
    ChoreFormView choreForm(Actor actor) {
        actor.require(AdmissionRights.CHORE);
        return queries.form();
    }

    /** @param asked whether a unit asked for it, outside of the list; null: all */
    @GetMapping("/chores")
    Page<ChoreRow> chores(
            Actor actor,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Boolean asked,
            @RequestParam @Nullable UUID forUnitId,
            @RequestParam @Nullable UUID communityId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(
                actor, new ChoreFilter(kind, asked, forUnitId, communityId, from, to), cursor, Page.limit(limit));
    }

    @PostMapping("/chores")
    @ResponseStatus(HttpStatus.CREATED)
    ChoreRow recordChore(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid ChoreInput body) {
        return queries.view(service.record(actor, key, body), actor);
    }

    @PostMapping("/chores/{id}/cancellations")
    ChoreRow cancelChore(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ChoreCancellation body) {
        service.cancel(actor, id, body.version(), key);
        return queries.view(id, actor);
    }
}
