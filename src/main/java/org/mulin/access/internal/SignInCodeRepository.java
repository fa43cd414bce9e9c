package org.mulin.access.internal;

import static org.mulin.access.internal.db.Tables.SIGN_IN_CODE;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;
import org.mulin.base.Ids;
import org.mulin.base.Sealing;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: only their digest is kept, the newest of a phone counts, five tries each. */
@Repository
class SignInCodeRepository {
    static final Duration VALIDITY = Duration.ofMinutes(5);
    static final int TRIES_MAX = 5;

    private final SecureRandom random = new SecureRandom();
    private final DSLContext sql;
    private final Sealing sealing;
    private final Clock clock;

    SignInCodeRepository(DSLContext sql, Sealing sealing, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @return the code to send, six digits */
    @Transactional
    String issue(String phone) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        Instant now = clock.instant();
        sql.insertInto(SIGN_IN_CODE)
                .set(SIGN_IN_CODE.ID, Ids.next())
                .set(SIGN_IN_CODE.PHONE_INDEX, sealing.index(phone))
                .set(SIGN_IN_CODE.CODE_HASH, digest(phone, code))
                .set(SIGN_IN_CODE.SENT_AT, now)
                .set(SIGN_IN_CODE.EXPIRES_AT, now.plus(VALIDITY))
                .set(SIGN_IN_CODE.TRIES, 0)
                .execute();
        return code;
    }

    /** Counts the try, then tells whether the code is right; a right code is used up. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean use(String phone, String code) {
        Instant now = clock.instant();
        var newest = sql.selectFrom(SIGN_IN_CODE)
                .where(SIGN_IN_CODE.PHONE_INDEX.eq(sealing.index(phone)))
                .orderBy(SIGN_IN_CODE.SENT_AT.desc(), SIGN_IN_CODE.ID.desc())
                .limit(1)
                .forUpdate()
                .fetchOne();
        if (newest == null
                || newest.getUsedAt() != null
                || newest.getTries() >= TRIES_MAX
                || !now.isBefore(newest.getExpiresAt())) {
            return false;
        }
        boolean right = MessageDigest.isEqual(newest.getCodeHash(), digest(phone, code));
        newest.setTries(newest.getTries() + 1);
        if (right) {
            newest.setUsedAt(now);
        }
        newest.update();
        return right;
    }

    int deleteBefore(Instant limit) {
        return sql.deleteFrom(SIGN_IN_CODE)
                .where(SIGN_IN_CODE.SENT_AT.lt(limit))
                .execute();
    }

    private byte[] digest(String phone, String code) {
        return sealing.index("sign-in-code:" + phone + ":" + code);
    }
}
