package org.mulin.access.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.policy.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a page knows of the person before it. */
@Component
class SessionViews {
    private final Actors actors;
    private final AccountRepository accounts;
    private final Policy policy;
    private final Clock clock;
    private final boolean demo;

    SessionViews(
            Actors actors,
            AccountRepository accounts,
            Policy policy,
            Clock clock,
            @Value("${mulin.demo}") boolean demo) {
        this.actors = actors;
        this.accounts = accounts;
        this.policy = policy;
        this.clock = clock;
        this.demo = demo;
    }

    record SessionView(
            boolean signedIn,
            @Nullable SessionKind kind,
            @Nullable UUID accountId,
            @Nullable String name,
            @Nullable UUID unitId,
            @Nullable String unitName,
            List<String> rights,
            PasswordState passwordState,
            boolean demo,
            String cityName,
            List<Double> mapCentre) {}

    enum SessionKind {
        RESIDENT,
        STAFF
    }

    SessionView of(UUID account) {
        return of(actors.find(account).orElseThrow());
    }

    SessionView of(@Nullable Actor actor) {
        var city = policy.city();
        return new SessionView(
                actor != null,
                actor == null ? null : actor.isStaff() ? SessionKind.STAFF : SessionKind.RESIDENT,
                actor == null ? null : actor.accountId(),
                actor == null ? null : actor.name(),
                actor == null ? null : actor.unitId(),
                actor == null ? null : actor.unitName(),
                actor == null ? List.of() : actor.rights().stream().sorted().toList(),
                actor != null && actor.isStaff() ? passwordState(actor.accountId()) : PasswordState.CURRENT,
                demo,
                city.name(),
                List.of(city.mapCentre_lon(), city.mapCentre_lat()));
    }

    private PasswordState passwordState(UUID account) {
        return accounts.find(account)
                .map(each -> each.passwordState(clock.instant(), policy.setting(RolesTable.PASSWORD_DAYS)))
                .orElse(PasswordState.CURRENT);
    }
}
