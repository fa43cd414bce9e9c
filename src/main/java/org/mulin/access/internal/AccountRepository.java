package org.mulin.access.internal;

import static org.jooq.impl.DSL.when;
import static org.mulin.access.internal.db.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.access.internal.db.tables.records.AccountRecord;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    private final DSLContext sql;

    AccountRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Account> find(UUID id) {
        return sql.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(AccountRepository::account);
    }

    Optional<Account> byUsername(String username) {
        return sql.selectFrom(ACCOUNT).where(ACCOUNT.USERNAME.eq(username)).fetchOptional(AccountRepository::account);
    }

    Optional<Account> byPhone(byte[] phoneIndex) {
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.PHONE_INDEX.eq(phoneIndex))
                .fetchOptional(AccountRepository::account);
    }

    boolean anyStaff() {
        return sql.fetchExists(ACCOUNT, ACCOUNT.KIND.eq("STAFF"));
    }

    Optional<byte[]> phoneSealed(UUID id) {
        return sql.select(ACCOUNT.PHONE_SEALED)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id), ACCOUNT.PHONE_SEALED.isNotNull())
                .fetchOptional(ACCOUNT.PHONE_SEALED);
    }

    Map<UUID, String> displayNames(Collection<UUID> ids) {
        return sql.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(ids))
                .fetchMap(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME);
    }

    /** @return whether the phone was new; a twin that came at the same moment wins */
    boolean insertResident(UUID id, String displayName, byte[] phoneSealed, byte[] phoneIndex, Instant now) {
        return sql.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, id)
                        .set(ACCOUNT.KIND, "RESIDENT")
                        .set(ACCOUNT.DISPLAY_NAME, displayName)
                        .set(ACCOUNT.PASSWORD_TEMPORARY, false)
                        .set(ACCOUNT.PHONE_SEALED, phoneSealed)
                        .set(ACCOUNT.PHONE_INDEX, phoneIndex)
                        .set(ACCOUNT.FAILED_COUNT, 0)
                        .set(ACCOUNT.CREATED_AT, now)
                        .set(ACCOUNT.VERSION, 1L)
                        .onConflict(ACCOUNT.PHONE_INDEX)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** @return whether the username was free */
    boolean insertStaff(
            UUID id, String username, String displayName, String passwordHash, boolean temporary, Instant now) {
        return sql.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, id)
                        .set(ACCOUNT.KIND, "STAFF")
                        .set(ACCOUNT.USERNAME, username)
                        .set(ACCOUNT.DISPLAY_NAME, displayName)
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.PASSWORD_SET_AT, now)
                        .set(ACCOUNT.PASSWORD_TEMPORARY, temporary)
                        .set(ACCOUNT.FAILED_COUNT, 0)
                        .set(ACCOUNT.CREATED_AT, now)
                        .set(ACCOUNT.VERSION, 1L)
                        .onConflict(ACCOUNT.USERNAME)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** A member of staff does not sign in by it, so it has no index. */
    void setStaffPhone(UUID id, byte @Nullable [] sealed) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.PHONE_SEALED, sealed)
                .where(ACCOUNT.ID.eq(id), ACCOUNT.KIND.eq("STAFF"))
                .execute();
    }

    void setPassword(UUID id, String hash, boolean temporary, Instant now) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.PASSWORD_SET_AT, now)
                .set(ACCOUNT.PASSWORD_TEMPORARY, temporary)
                .set(ACCOUNT.FAILED_COUNT, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** Counts in the database, so that tries made side by side all count. */
    void failed(UUID id, int failures_max, Instant lockedUntil) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.FAILED_COUNT, ACCOUNT.FAILED_COUNT.plus(1))
                .set(
                        ACCOUNT.LOCKED_UNTIL,
                        when(ACCOUNT.FAILED_COUNT.ge(failures_max - 1), lockedUntil)
                                .otherwise(ACCOUNT.LOCKED_UNTIL))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void succeeded(UUID id) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.FAILED_COUNT, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .where(ACCOUNT.ID.eq(id), ACCOUNT.FAILED_COUNT.gt(0))
                .execute();
    }

    void setDisabled(UUID id, @Nullable Instant at) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.DISABLED_AT, at)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    private static Account account(AccountRecord row) {
        return new Account(
                row.getId(),
                row.getKind().equals("STAFF"),
                row.getUsername(),
                row.getDisplayName(),
                row.getPasswordHash(),
                row.getPasswordSetAt(),
                row.getPasswordTemporary(),
                row.getFailedCount(),
                row.getLockedUntil(),
                row.getDisabledAt(),
                row.getVersion());
    }
}
