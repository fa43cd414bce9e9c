package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Sealing;
import org.mulin.ticket.internal.TicketViews.ContactReading;
import org.springframework.stereotype.Repository;

/** Opens sealed contacts; callers have checked who asks and why. */
@Repository
class ContactQueries {
    private final DSLContext sql;
    private final Sealing sealing;

    ContactQueries(DSLContext sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    boolean isConfidential(UUID appealId) {
        return sql.select(APPEAL.CONFIDENTIAL)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId))
                .fetchSingle(APPEAL.CONFIDENTIAL);
    }

    ContactReading read(UUID appealId) {
        return sql.select(APPEAL.CONTACT_NAME_SEALED, APPEAL.CONTACT_PHONE_SEALED)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId))
                .fetchSingle(row -> new ContactReading(opened(row.value1()), opened(row.value2())));
    }

    private @Nullable String opened(byte @Nullable [] sealed) {
        return sealed == null ? null : sealing.open(sealed);
    }
}
