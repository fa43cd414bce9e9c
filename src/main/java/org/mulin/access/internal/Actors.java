package org.mulin.access.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.organization.Appointment;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

/** Who an account is right now: its post gives unit, reach and rights. */
@Component
class Actors {
    private static final Actor OPERATOR =
            new Actor(LocalToken.OPERATOR, Actor.Kind.STAFF, "操作员", null, null, AreaRange.ALL, Rights.OPERATOR);

    private final AccountRepository accounts;
    private final Units units;
    private final Policy policy;
    private final Clock clock;

    Actors(AccountRepository accounts, Units units, Policy policy, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.policy = policy;
        this.clock = clock;
    }

    /** Empty when the account is gone or disabled. An account that must change its password has no rights. */
    Optional<Actor> find(UUID account) {
        return account.equals(LocalToken.OPERATOR)
                ? Optional.of(OPERATOR)
                : accounts.find(account).filter(each -> !each.isDisabled()).map(this::actor);
    }

    private Actor actor(Account account) {
        if (!account.staff()) {
            return new Actor(
                    account.id(), Actor.Kind.RESIDENT, account.displayName(), null, null, AreaRange.NONE, Set.of());
        }
        Optional<Appointment> post = units.appointmentOf(account.id());
        boolean blocked = account.mustChangePassword(clock.instant(), policy.setting(RolesTable.PASSWORD_DAYS));
        return new Actor(
                account.id(),
                Actor.Kind.STAFF,
                account.displayName(),
                post.map(held -> held.unit().id()).orElse(null),
                post.map(held -> held.unit().name()).orElse(null),
                post.map(held -> AreaRange.of(held.unit().areaKey())).orElse(AreaRange.NONE),
                blocked ? Set.of() : post.map(this::rights).orElse(Set.of()));
    }

    private Set<String> rights(Appointment held) {
        return policy.current(RolesTable.class)
                .content()
                .find(held.post().role())
                .map(Role::rights)
                .orElse(Set.of());
    }
}
