package org.mulin.base.internal;

import static org.mulin.base.internal.db.Tables.ONCE_ONLY;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredOnceOnly implements OnceOnly {
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    StoredOnceOnly(DSLContext sql, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public <T> T run(Actor actor, String key, Class<T> type, Supplier<T> write) {
        if (key.length() < 8 || key.length() > 100) {
            throw Malformed.of("Idempotency-Key", "idempotency-key-length");
        }
        T answer = transaction.execute(
                status -> claim(actor, key) ? write(actor, key, write) : firstAnswer(actor, key, type));
        if (answer == null) {
            throw new IllegalStateException("a once-only write must answer");
        }
        return answer;
    }

    /** The unique key makes a concurrent twin wait here until the first has committed or rolled back. */
    private boolean claim(Actor actor, String key) {
        return sql.insertInto(ONCE_ONLY, ONCE_ONLY.ACTOR_ID, ONCE_ONLY.KEY, ONCE_ONLY.OPERATION, ONCE_ONLY.AT)
                        .values(actor.accountId(), key, operation(), clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private <T> T write(Actor actor, String key, Supplier<T> write) {
        T answer = write.get();
        sql.update(ONCE_ONLY)
                .set(ONCE_ONLY.ANSWER, JSONB.valueOf(json.writeValueAsString(answer)))
                .where(ONCE_ONLY.ACTOR_ID.eq(actor.accountId()), ONCE_ONLY.KEY.eq(key))
                .execute();
        return answer;
    }

    private <T> T firstAnswer(Actor actor, String key, Class<T> type) {
        var first = sql.select(ONCE_ONLY.OPERATION, ONCE_ONLY.ANSWER)
                .from(ONCE_ONLY)
                .where(ONCE_ONLY.ACTOR_ID.eq(actor.accountId()), ONCE_ONLY.KEY.eq(key))
                .fetchSingle();
        if (!first.value1().equals(operation())) {
            throw Refused.of("idempotency-key-reused");
        }
        return json.readValue(first.value2().data(), type);
    }

    /** Method, path and digest of the body, so that one key cannot stand for two different writes. */
    private static String operation() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "";
        }
        HttpServletRequest request = attributes.getRequest();
        var kept = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
        String digest = kept == null ? "" : sha256(kept.getContentAsByteArray());
        return request.getMethod() + " " + request.getRequestURI() + " " + digest;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clients repeat within minutes; a week is kept. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        sql.deleteFrom(ONCE_ONLY)
                .where(ONCE_ONLY.AT.lt(clock.instant().minus(Duration.ofDays(7))))
                .execute();
    }
}
