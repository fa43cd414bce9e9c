package org.mulin.admission.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.AppSuggestionQueries.AppSuggestionRow;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
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

/** What workers suggest about the apps they are to use, and what the apps' owners answer. */
@RestController
@RequestMapping("/api/admission/suggestions")
class AppSuggestionController {
    private static final String KEY = "Idempotency-Key";

    private final AppSuggestionService service;
    private final AppSuggestionQueries queries;

    AppSuggestionController(AppSuggestionService service, AppSuggestionQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    /** @param itemCode of an app on the list */
    record AppSuggestionInput(
            @NotBlank @Size(max = 64) String itemCode,
            @NotBlank @Written @Size(max = 500) String words) {}

    record AppAnswerInput(
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    @GetMapping
    Page<AppSuggestionRow> suggestions(
            Actor actor,
            @RequestParam @Nullable String itemCode,
            @RequestParam(defaultValue = "false") boolean unanswered,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(actor, itemCode, unanswered, cursor, Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppSuggestionRow suggest(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid AppSuggestionInput body) {
        return queries.view(service.suggest(actor, key, body.itemCode(), body.words()), actor);
    }

    @PostMapping("/{id}/answers")
    AppSuggestionRow answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid AppAnswerInput body) {
        service.answer(actor, id, body.version(), key, body.words());
        return queries.view(id, actor);
    }
}
