package org.mulin.access.internal;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Passwords;
import org.mulin.base.Ids;
import org.mulin.organization.PostsTable;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first account of a city: {@code admin}, on the first post whose role may manage accounts. */
@Component
class Administrator {
    static final String USERNAME = "admin";

    private final AccountRepository accounts;
    private final Units units;
    private final Policy policy;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final @Nullable String password;

    Administrator(
            AccountRepository accounts,
            Units units,
            Policy policy,
            PasswordEncoder encoder,
            Clock clock,
            @Value("${mulin.admin-password:#{null}}") @Nullable String password) {
        this.accounts = accounts;
        this.units = units;
        this.policy = policy;
        this.encoder = encoder;
        this.clock = clock;
        this.password = password;
    }

    /** @throws IllegalStateException on a first start without a password: nobody could ever sign in */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    void appear() {
        if (accounts.anyStaff()) {
            return;
        }
        if (password == null) {
            throw new IllegalStateException("the first start needs the administrator's password in MULIN_ADMIN_PASSWORD"
                    + " 首次启动请在 MULIN_ADMIN_PASSWORD 中给出管理员密码");
        }
        Passwords.check(password, "MULIN_ADMIN_PASSWORD");
        UUID id = Ids.next();
        if (accounts.insertStaff(id, USERNAME, "系统管理员", encoder.encode(password), false, clock.instant())) {
            units.appoint(id, post(), policy.city().validFrom());
        }
    }

    private String post() {
        Roles roles = policy.current(RolesTable.class).content();
        return policy.current(PostsTable.class).content().stream()
                .filter(post -> roles.find(post.role())
                        .filter(role -> role.rights().contains(Rights.ACCOUNT_MANAGE))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .code();
    }
}
