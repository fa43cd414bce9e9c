package org.mulin.admission.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mulin.admission.internal.ChoreController.ChoreInput;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Service;

/** Keeps chores; each write once per key, in one transaction. */
@Service
class ChoreService {
    /** Who forgets to record may do so for a month; later it would change figures that were told. */
    private static final int DAYS_BACK_MAX = 31;

    private final OnceOnly once;
    private final ChoreRepository repository;
    private final Positions positions;
    private final Policy policy;
    private final Clock clock;

    ChoreService(OnceOnly once, ChoreRepository repository, Positions positions, Policy policy, Clock clock) {
        this.once = once;
        this.repository = repository;
        this.positions = positions;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer kept for a repeated key. */
    record Done(UUID id) {}

    UUID record(Actor actor, String key, ChoreInput chore) {
        actor.require(AdmissionRights.CHORE);
        Unit community = positions.community(actor);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, policy.city().zone());
        LocalDate day = chore.day() == null ? today : chore.day();
        check(chore, day, today);
        return once.run(actor, key, Done.class, () -> {
                    UUID id = Ids.next();
                    repository.insert(id, chore, day, community, actor, now);
                    return new Done(id);
                })
                .id();
    }

    private void check(ChoreInput chore, LocalDate day, LocalDate today) {
        if (!policy.current(ChoreKindsTable.class).content().containsKey(chore.kind())) {
            throw Refused.of("chore-kind-unknown", chore.kind()).at("kind");
        }
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS_BACK_MAX))) {
            throw Refused.of("chore-day", today.minusDays(DAYS_BACK_MAX), today).at("day");
        }
        boolean unit = chore.forWhom() == ForWhom.UNIT;
        if (unit != (chore.forUnitId() != null) || (unit && !positions.mayAsk(chore.forUnitId()))) {
            throw Refused.of("chore-unit").at("forUnitId");
        }
    }

    /** Only whoever recorded it takes it back; the record stays. */
    void cancel(Actor actor, UUID id, long version, String key) {
        actor.require(AdmissionRights.CHORE);
        once.run(actor, key, Done.class, () -> {
            repository.cancel(id, version, actor, clock.instant());
            return new Done(id);
        });
    }
}
