package org.mulin.access.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

/** Who an account is right now: its post gives unit, reach and rights. */
@Component
class Actors {
    private static final Actor OPERATOR =
            new Actor(LocalToken.OPERATOR, Actor.Kind.STAFF, "操作员", null, null, AreaRange.ALL, Rights.OPERATOR);

    private final AccountRepository accounts;
    private final Policy policy;
    private final Clock clock;

    Actors(AccountRepository accounts, Policy policy, Clock clock) {
        this.accounts = accounts;
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
        boolean blocked = account.mustChangePassword(clock.instant(), policy.setting(RolesTable.PASSWORD_DAYS));
        return new Actor(
                account.id(),
                Actor.Kind.STAFF,
                account.displayName(),
                null,
                null,
                AreaRange.ALL,
                blocked ? Set.of() : Rights.ALL);
    }
}
