package org.mulin.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.access.Passwords;
import org.mulin.audit.Audit;
import org.mulin.audit.Audit.Act;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.FieldProblem;
import org.mulin.base.Ids;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.base.Sealing;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of staff: made by an administrator on a post, with a password that must be changed at once. */
@Service
class AccountService implements Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private final AccountRepository accounts;
    private final Actors actors;
    private final Units units;
    private final Policy policy;
    private final PasswordEncoder encoder;
    private final Sealing sealing;
    private final Audit audit;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            Actors actors,
            Units units,
            Policy policy,
            PasswordEncoder encoder,
            Sealing sealing,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.actors = actors;
        this.units = units;
        this.policy = policy;
        this.encoder = encoder;
        this.sealing = sealing;
        this.audit = audit;
        this.clock = clock;
    }

    record NewAccount(String username, String displayName, String postCode, String initialPassword) {
        String plainUsername() {
            return username.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** @param found what is wrong with the form already; everything wrong is told at once */
    @Transactional
    UUID create(Actor actor, NewAccount wanted, List<FieldProblem> found) {
        actor.require(Rights.ACCOUNT_MANAGE);
        check(actor, wanted, found);
        String username = wanted.plainUsername();
        UUID id = Ids.next();
        String hash = encoder.encode(wanted.initialPassword());
        // somebody may have taken the name since it was looked for
        if (!accounts.insertStaff(id, username, wanted.displayName().strip(), hash, true, clock.instant())) {
            throw Refused.of("username-taken").at("username");
        }
        units.appoint(
                id,
                wanted.postCode(),
                LocalDate.ofInstant(clock.instant(), policy.city().zone()));
        audit.record(actor, Act.of("account.create", "account", id).with(wanted.postCode()));
        return id;
    }

    @Transactional
    void resetPassword(Actor actor, UUID id, String password) {
        staff(actor, id);
        Passwords.check(password, "password");
        accounts.setPassword(id, encoder.encode(password), true, clock.instant());
        audit.record(actor, Act.of("account.password-reset", "account", id));
    }

    @Transactional
    void disable(Actor actor, UUID id) {
        staff(actor, id);
        if (id.equals(actor.accountId())) {
            throw Refused.of("account-yourself");
        }
        accounts.setDisabled(id, clock.instant());
        audit.record(actor, Act.of("account.disable", "account", id));
    }

    @Transactional
    void enable(Actor actor, UUID id) {
        staff(actor, id);
        accounts.setDisabled(id, null);
        audit.record(actor, Act.of("account.enable", "account", id));
    }

    /** Anybody changes their own password, knowing the old one. */
    @Transactional
    void changePassword(Actor actor, String current, String next) {
        Account account = accounts.find(actor.accountId()).orElseThrow(Absent::new);
        if (account.passwordHash() == null || !encoder.matches(current, account.passwordHash())) {
            throw Refused.of("password-wrong").at("current");
        }
        Passwords.check(next, "next");
        if (current.equals(next)) {
            throw Refused.of("password-same").at("next");
        }
        accounts.setPassword(account.id(), encoder.encode(next), false, clock.instant());
        audit.record(actor, Act.of("account.password-change", "account", account.id()));
    }

    private void staff(Actor actor, UUID id) {
        actor.require(Rights.ACCOUNT_MANAGE);
        boolean inReach = accounts.find(id).filter(Account::staff).isPresent()
                && units.appointmentOf(id)
                        .filter(held -> actor.scope().contains(held.unit().areaKey()))
                        .isPresent();
        if (!inReach) {
            throw new Absent();
        }
    }

    private void check(Actor actor, NewAccount wanted, List<FieldProblem> found) {
        Set<String> told = found.stream().map(FieldProblem::field).collect(Collectors.toSet());
        List<FieldProblem> all = new ArrayList<>(found);
        if (!told.contains("username")) {
            String username = wanted.plainUsername();
            if (!USERNAME.matcher(username).matches()) {
                all.add(FieldProblem.of("username", "username-invalid"));
            } else if (accounts.byUsername(username).isPresent()) {
                all.add(FieldProblem.of("username", "username-taken"));
            }
        }
        if (!told.contains("initialPassword") && !Passwords.isStrong(wanted.initialPassword())) {
            all.add(FieldProblem.of("initialPassword", "password-weak"));
        }
        if (!told.contains("postCode") && !inReach(actor, wanted.postCode())) {
            all.add(FieldProblem.of("postCode", "post-unknown", wanted.postCode()));
        }
        if (all.size() == 1 && found.isEmpty()) {
            FieldProblem only = all.getFirst();
            throw Refused.of(only.code(), only.arguments().toArray()).at(only.field());
        }
        if (!all.isEmpty()) {
            throw new Malformed(all);
        }
    }

    /** Nobody can make an account that reaches further than their own. */
    private boolean inReach(Actor actor, String postCode) {
        return units.post(postCode)
                .map(post -> units.byId(post.unitId()))
                .filter(unit -> actor.scope().contains(unit.areaKey()))
                .isPresent();
    }

    @Override
    public Optional<UUID> resident(String phone) {
        return accounts.byPhone(sealing.index(phone)).map(Account::id);
    }

    @Override
    public Optional<String> phone(UUID account) {
        return accounts.phoneSealed(account).map(sealing::open);
    }

    @Override
    @Transactional
    public void keepPhone(UUID staff, @Nullable String phone) {
        if (phone != null && !PhoneNumbers.isMobile(phone)) {
            throw Malformed.of("phone", "phone-invalid");
        }
        accounts.setStaffPhone(staff, phone == null ? null : sealing.seal(phone));
    }

    @Override
    public Optional<Actor> actor(UUID account) {
        return actors.find(account);
    }

    @Override
    public Map<UUID, String> displayNames(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : accounts.displayNames(ids);
    }
}
