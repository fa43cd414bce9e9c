package org.mulin.admission.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Service;

/** Takes suggestions and answers; each once per key, in one transaction. */
@Service
class AppSuggestionService {
    private final OnceOnly once;
    private final AppSuggestionRepository repository;
    private final Positions positions;
    private final Policy policy;
    private final Clock clock;

    AppSuggestionService(
            OnceOnly once, AppSuggestionRepository repository, Positions positions, Policy policy, Clock clock) {
        this.once = once;
        this.repository = repository;
        this.positions = positions;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer kept for a repeated key. */
    record Done(UUID id) {}

    UUID suggest(Actor actor, String key, String itemCode, String words) {
        actor.require(AdmissionRights.CHORE);
        positions.unit(actor);
        app(itemCode);
        return once.run(actor, key, Done.class, () -> {
                    UUID id = Ids.next();
                    repository.insert(id, itemCode, words, actor, clock.instant());
                    return new Done(id);
                })
                .id();
    }

    private AdmissionItem app(String itemCode) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.city().zone());
        return policy.current(AdmissionTable.class)
                .content()
                .find(itemCode, today)
                .filter(item -> item.kind() == ItemKind.PLATFORM)
                .orElseThrow(() -> Refused.of("admission-app-unknown", itemCode).at("itemCode"));
    }

    /** Only the app's owner answers, and once. */
    void answer(Actor actor, UUID id, long version, String key, String words) {
        actor.require(AdmissionRights.SEND);
        once.run(actor, key, Done.class, () -> {
            AppSuggestionRepository.Asked asked = repository.find(id);
            if (asked.version() != version) {
                throw new Stale(asked.version());
            }
            if (asked.answered() || !app(asked.itemCode()).isSentBy(positions.unit(actor))) {
                throw Refused.of("admission-answer");
            }
            repository.answer(id, words, actor, clock.instant());
            return new Done(id);
        });
    }
}
