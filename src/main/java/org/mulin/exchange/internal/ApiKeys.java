package org.mulin.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Areas;
import org.mulin.audit.Audit;
import org.mulin.audit.Audit.Act;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of other programs: made for them by the city, known here by their hash only. */
@Service
public class ApiKeys {
    /** Anybody may try the demo with it; {@code serve} does not know it. */
    public static final String DEMO_KEY = "mulin-demo";

    public static final String MANAGE = "exchange:manage";
    static final int OPENING = 8;

    private static final KeyHolder DEMO = new KeyHolder(new UUID(0, 311), "demo");
    private static final KeyHolder ANYBODY = new KeyHolder(new UUID(0, 312), "anybody");
    private static final int KEY_BYTES = 32;

    private final ApiKeyRepository keys;
    private final Areas areas;
    private final Audit audit;
    private final Clock clock;
    private final boolean demo;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(ApiKeyRepository keys, Areas areas, Audit audit, Clock clock, @Value("${mulin.demo}") boolean demo) {
        this.keys = keys;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
        this.demo = demo;
    }

    public boolean demo() {
        return demo;
    }

    /**
     * Who presents the key.
     *
     * @throws Refused {@code open311-api-key-missing}, {@code open311-api-key-invalid}, {@code open311-api-key-right}
     */
    public KeyHolder holder(@Nullable String presented, KeyRight right) {
        if (presented == null || presented.isBlank()) {
            if (demo && right == KeyRight.READ) {
                return ANYBODY;
            }
            throw Refused.of("open311-api-key-missing");
        }
        if (demo && presented.equals(DEMO_KEY)) {
            return DEMO;
        }
        ApiKeyRepository.Known known =
                keys.byHash(hash(presented)).orElseThrow(() -> Refused.of("open311-api-key-invalid"));
        if (!known.rights().contains(right)) {
            throw Refused.of("open311-api-key-right", right.name().toLowerCase(Locale.ROOT));
        }
        return known.holder();
    }

    /** A key in plain, which nobody can learn again. */
    record Made(UUID id, String key) {}

    @Transactional
    Made create(Actor actor, String name, Set<KeyRight> rights) {
        check(actor);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = "mk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = Ids.next();
        keys.insert(new ApiKeyRepository.New(
                id, name.strip(), key.substring(0, OPENING), hash(key), rights, actor.accountId(), clock.instant()));
        audit.record(actor, Act.of("api-key.create", "api-key", id).with(rights.toString()));
        return new Made(id, key);
    }

    @Transactional
    void revoke(Actor actor, UUID id) {
        check(actor);
        if (!keys.revoke(id, clock.instant())) {
            throw new Absent();
        }
        audit.record(actor, Act.of("api-key.revoke", "api-key", id));
    }

    /** A key opens what the whole city files, so who manages keys must reach the whole city. */
    void check(Actor actor) {
        actor.require(MANAGE);
        if (!actor.scope().contains(areas.tree().city().key())) {
            throw Refused.of("exchange-whole-city");
        }
    }

    /** A key is 256 random bits, so that a plain hash cannot be turned around. */
    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
