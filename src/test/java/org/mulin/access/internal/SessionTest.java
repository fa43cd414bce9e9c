package org.mulin.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A session notes that it was used, but not at each request. */
class SessionTest extends MulinHttpTest {
    private static final long MINUTE_ms = 60_000;

    @Autowired
    private DSLContext sql;

    @Test
    void usingASessionIsWrittenOnceAMinute() {
        Browser resident = resident();
        String account =
                resident.get("/api/session").expect(200).body().get("accountId").asString();
        long first = lastAccess(account);
        resident.get("/api/my/appeals").expect(200);
        assertThat(lastAccess(account)).isEqualTo(first);

        long longAgo = first - 2 * MINUTE_ms;
        sql.execute(
                "update access.spring_session set last_access_time = {0} where principal_name = {1}",
                DSL.val(longAgo), DSL.val(account));
        resident.get("/api/my/appeals").expect(200);
        assertThat(lastAccess(account)).isGreaterThanOrEqualTo(first);
    }

    private long lastAccess(String account) {
        return sql.fetchSingle(
                        "select last_access_time from access.spring_session where principal_name = {0}",
                        DSL.val(account))
                .get(0, Long.class);
    }
}
