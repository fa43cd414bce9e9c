package org.mulin.notice.internal.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.notice.internal.delivery.PreferenceService.MessagePreference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own choice. */
@RestController
class PreferenceController {
    private final PreferenceService service;

    PreferenceController(PreferenceService service) {
        this.service = service;
    }

    record PreferenceInput(
            @NotNull Boolean byPhone,
            @Nullable @Size(max = 20) String phone) {}

    @GetMapping("/api/message-preference")
    MessagePreference preference(Actor actor) {
        return service.of(actor);
    }

    /** Choosing the same twice is choosing once, so no key is needed. */
    @PostMapping("/api/message-preference")
    MessagePreference change(Actor actor, @RequestBody @Valid PreferenceInput input) {
        return service.change(actor, input.byPhone(), input.phone());
    }
}
