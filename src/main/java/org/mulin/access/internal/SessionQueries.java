package org.mulin.access.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.mulin.access.internal.db.Tables.ACCOUNT;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.mulin.access.Sessions;
import org.springframework.stereotype.Repository;

/** Spring Session reckons by the machine's clock, whatever a demonstration plays. */
@Repository
class SessionQueries implements Sessions {
    private static final Field<String> SESSION_ID = field(name("session_id"), String.class);
    /** The account's id, see {@link AccountPrincipal}. */
    private static final Field<String> PRINCIPAL = field(name("principal_name"), String.class);

    private static final Field<Long> EXPIRY = field(name("expiry_time"), Long.class);

    private final DSLContext sql;

    SessionQueries(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> alive(Collection<String> ids) {
        return sql.select(SESSION_ID)
                .from(table(name("access", "spring_session")))
                .where(SESSION_ID.in(ids), EXPIRY.gt(System.currentTimeMillis()))
                .andNotExists(select(ACCOUNT.ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(PRINCIPAL.cast(UUID.class)), ACCOUNT.DISABLED_AT.isNotNull()))
                .fetchSet(SESSION_ID);
    }
}
