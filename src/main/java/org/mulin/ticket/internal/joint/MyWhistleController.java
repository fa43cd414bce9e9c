package org.mulin.ticket.internal.joint;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.ticket.internal.TicketInputs;
import org.mulin.ticket.internal.joint.WhistleInputs.RatingInput;
import org.mulin.ticket.internal.joint.WhistleViews.MyWhistleView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Authors see that departments come together on their matter, and score it when it has been answered. */
@RestController
class MyWhistleController {
    private final MyWhistleRepository whistles;
    private final OnceOnly once;
    private final Clock clock;

    MyWhistleController(MyWhistleRepository whistles, OnceOnly once, Clock clock) {
        this.whistles = whistles;
        this.once = once;
        this.clock = clock;
    }

    /** The answer that is kept for a repeated key. */
    record Rated(UUID whistleId) {}

    @GetMapping("/api/my/appeals/{id}/whistles")
    List<MyWhistleView> myWhistles(Actor actor, @PathVariable UUID id) {
        return whistles.of(id, actor);
    }

    @PostMapping("/api/my/appeals/{id}/whistle-ratings")
    List<MyWhistleView> rateWhistle(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid RatingInput body) {
        once.run(actor, key, Rated.class, () -> {
            MyWhistleView seen = whistles.of(id, actor).stream()
                    .filter(each -> each.id().equals(body.whistleId()))
                    .findFirst()
                    .orElseThrow(Absent::new);
            if (seen.version() != body.version()) {
                throw new Stale(seen.version());
            }
            if (!seen.mayRate()) {
                throw Refused.of("whistle-not-to-rate");
            }
            whistles.rate(seen.id(), id, body.score(), TicketInputs.full(body.words()), clock.instant());
            return new Rated(seen.id());
        });
        return whistles.of(id, actor);
    }
}
