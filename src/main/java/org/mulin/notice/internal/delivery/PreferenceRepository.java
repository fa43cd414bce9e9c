package org.mulin.notice.internal.delivery;

import static org.mulin.notice.internal.db.Tables.PREFERENCE;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceRepository {
    private final DSLContext sql;
    private final Clock clock;

    PreferenceRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of the accounts that have chosen so. */
    Set<UUID> having(Collection<UUID> accounts, boolean byPhone) {
        return accounts.isEmpty()
                ? Set.of()
                : sql.select(PREFERENCE.ACCOUNT_ID)
                        .from(PREFERENCE)
                        .where(PREFERENCE.ACCOUNT_ID.in(accounts), PREFERENCE.BY_PHONE.eq(byPhone))
                        .fetchSet(PREFERENCE.ACCOUNT_ID);
    }

    Optional<Boolean> byPhone(UUID account) {
        return sql.select(PREFERENCE.BY_PHONE)
                .from(PREFERENCE)
                .where(PREFERENCE.ACCOUNT_ID.eq(account))
                .fetchOptional(PREFERENCE.BY_PHONE);
    }

    void keep(UUID account, boolean byPhone) {
        sql.insertInto(PREFERENCE)
                .set(PREFERENCE.ACCOUNT_ID, account)
                .set(PREFERENCE.BY_PHONE, byPhone)
                .set(PREFERENCE.AT, clock.instant())
                .onConflict(PREFERENCE.ACCOUNT_ID)
                .doUpdate()
                .set(PREFERENCE.BY_PHONE, byPhone)
                .set(PREFERENCE.AT, clock.instant())
                .execute();
    }
}
