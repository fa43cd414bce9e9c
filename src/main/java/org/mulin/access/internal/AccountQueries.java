package org.mulin.access.internal;

import static org.mulin.access.internal.db.Tables.ACCOUNT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.organization.Appointment;
import org.mulin.organization.Units;
import org.springframework.stereotype.Repository;

/** Lists of staff accounts: whoever holds a post in the reader's reach. */
@Repository
class AccountQueries {
    private final DSLContext sql;
    private final Units units;
    private final Clock clock;

    AccountQueries(DSLContext sql, Units units, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.clock = clock;
    }

    record AccountView(
            UUID id,
            String username,
            String displayName,
            @Nullable String unitName,
            @Nullable String postCode,
            @Nullable String postTitle,
            boolean locked,
            boolean disabled,
            boolean passwordTemporary,
            Instant createdAt) {}

    /** Newest first; {@code q} looks into user name and name. */
    Page<AccountView> list(Actor actor, String q, @Nullable String cursor, int limit) {
        Map<UUID, Appointment> held = units.appointmentsWithin(actor.scope());
        Condition wanted = ACCOUNT.ID.in(held.keySet());
        if (!q.isBlank()) {
            wanted = wanted.and(
                    ACCOUNT.USERNAME.containsIgnoreCase(q.strip()).or(ACCOUNT.DISPLAY_NAME.contains(q.strip())));
        }
        if (cursor != null) {
            wanted = wanted.and(ACCOUNT.ID.lt(Page.cursorId(cursor)));
        }
        List<AccountView> found = sql.selectFrom(ACCOUNT)
                .where(wanted)
                .orderBy(ACCOUNT.ID.desc())
                .limit(limit + 1)
                .fetch(row -> view(row, held.get(row.getId())));
        return Page.cut(found, limit, AccountView::id);
    }

    AccountView view(UUID id) {
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(id), ACCOUNT.KIND.eq(DSL.inline("STAFF")))
                .fetchOptional(row -> view(row, units.appointmentOf(id).orElse(null)))
                .orElseThrow(Absent::new);
    }

    private AccountView view(Record row, @Nullable Appointment held) {
        Instant lockedUntil = row.get(ACCOUNT.LOCKED_UNTIL);
        return new AccountView(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.USERNAME),
                row.get(ACCOUNT.DISPLAY_NAME),
                held == null ? null : held.unit().name(),
                held == null ? null : held.post().code(),
                held == null ? null : held.post().title(),
                lockedUntil != null && clock.instant().isBefore(lockedUntil),
                row.get(ACCOUNT.DISABLED_AT) != null,
                row.get(ACCOUNT.PASSWORD_TEMPORARY),
                row.get(ACCOUNT.CREATED_AT));
    }
}
