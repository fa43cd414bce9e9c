package org.mulin.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.access.CodeSender;
import org.mulin.access.RateLimits;
import org.mulin.audit.Audit;
import org.mulin.audit.Audit.Act;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.base.Sealing;
import org.mulin.policy.Policy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in: residents by a code sent to their phone, staff by a password. */
@Service
class SignInService {
    private static final Duration RESEND_AFTER = Duration.ofSeconds(60);
    private static final int CODES_PER_PHONE_PER_HOUR_MAX = 6;
    private static final int CODES_PER_ADDRESS_PER_HOUR_MAX = 120;
    private static final int PASSWORDS_PER_ADDRESS_PER_HOUR_MAX = 300;

    private final AccountRepository accounts;
    private final ResidentService residents;
    private final UnknownNameRepository names;
    private final SignInCodeRepository codes;
    private final RateLimits limits;
    private final CodeSender sender;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;
    private final Sealing sealing;
    private final Audit audit;
    private final Policy policy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInService(
            AccountRepository accounts,
            ResidentService residents,
            UnknownNameRepository names,
            SignInCodeRepository codes,
            RateLimits limits,
            CodeSender sender,
            PasswordEncoder encoder,
            Sealing sealing,
            Audit audit,
            Policy policy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.residents = residents;
        this.names = names;
        this.codes = codes;
        this.limits = limits;
        this.sender = sender;
        this.encoder = encoder;
        this.hashOfNobody = encoder.encode("nobody has this password");
        this.sealing = sealing;
        this.audit = audit;
        this.policy = policy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    record CodeSent(Instant expiresAt, long resendAfter_s) {}

    CodeSent sendCode(String phone, String address) {
        if (!PhoneNumbers.isMobile(phone)) {
            throw Malformed.of("phone", "phone-invalid");
        }
        limits.count("code-address:" + address, CODES_PER_ADDRESS_PER_HOUR_MAX, Duration.ofHours(1));
        String bucket = "code-phone:" + HexFormat.of().formatHex(sealing.index(phone));
        limits.count(bucket + ":minute", 1, RESEND_AFTER);
        limits.count(bucket, CODES_PER_PHONE_PER_HOUR_MAX, Duration.ofHours(1));
        String code = codes.issue(phone);
        sender.send(phone, code, SignInCodeRepository.VALIDITY);
        return new CodeSent(clock.instant().plus(SignInCodeRepository.VALIDITY), RESEND_AFTER.toSeconds());
    }

    /** The first right code makes the account. */
    Account residentSignIn(String phone, String code, String address) {
        if (!PhoneNumbers.isMobile(phone)) {
            throw Malformed.of("phone", "phone-invalid");
        }
        if (!codes.use(phone, code)) {
            throw Refused.of("code-wrong").at("code");
        }
        // a street shares one address; a code that was used was meant
        limits.forgive("code-address:" + address);
        Account account = residents.of(phone);
        if (account.isDisabled()) {
            throw Refused.of("account-disabled");
        }
        return account;
    }

    /** An unknown name costs as much time and answers the same as a wrong password. */
    Account staffSignIn(String username, String password, String address) {
        String bucket = "password-address:" + address;
        limits.count(bucket, PASSWORDS_PER_ADDRESS_PER_HOUR_MAX, Duration.ofHours(1));
        Instant now = clock.instant();
        String name = username.strip().toLowerCase(Locale.ROOT);
        Account account = accounts.byUsername(name).orElse(null);
        byte[] nameIndex = sealing.index("username:" + name);
        Instant lockedUntil = account == null ? names.lockedUntil(nameIndex).orElse(null) : account.lockedUntil();
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            throw Refused.of(
                    "account-locked", Duration.between(now, lockedUntil).toMinutes() + 1);
        }
        String hash = account == null || account.passwordHash() == null ? hashOfNobody : account.passwordHash();
        boolean right = encoder.matches(password, hash);
        if (account == null || !right) {
            countFailure(account, nameIndex, now);
            throw Refused.of("sign-in-failed");
        }
        if (account.isDisabled()) {
            throw Refused.of("account-disabled");
        }
        accounts.succeeded(account.id());
        // a town hall comes from one address
        limits.forgive(bucket);
        audit(account, "sign-in");
        return account;
    }

    /** A name that nobody has is locked like one that somebody has, so that trying tells nothing. */
    private void countFailure(@Nullable Account account, byte[] nameIndex, Instant now) {
        Instant lockedUntil = now.plus(Duration.ofMinutes(policy.setting(RolesTable.LOCK_MINUTES)));
        int failures_max = policy.setting(RolesTable.SIGN_IN_FAILURES);
        if (account == null) {
            names.failed(nameIndex, failures_max, lockedUntil, now);
            return;
        }
        accounts.failed(account.id(), failures_max, lockedUntil);
        audit(account, "sign-in.failed");
    }

    private void audit(Account account, String action) {
        var actor =
                new Actor(account.id(), Actor.Kind.STAFF, account.displayName(), null, null, AreaRange.NONE, Set.of());
        transaction.executeWithoutResult(ignored -> audit.record(actor, Act.of(action, "account", account.id())));
    }
}
