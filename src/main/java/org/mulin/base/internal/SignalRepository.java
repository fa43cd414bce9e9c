package org.mulin.base.internal;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class SignalRepository {
    private final DSLContext sql;

    SignalRepository(DSLContext sql) {
        this.sql = sql;
    }

    void notify(String channel, String message) {
        sql.execute("select pg_notify({0}, {1})", DSL.val(channel), DSL.val(message));
    }
}
