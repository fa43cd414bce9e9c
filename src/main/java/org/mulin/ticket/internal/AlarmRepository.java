package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mulin.ticket.TicketEvent;
import org.springframework.stereotype.Repository;

@Repository
class AlarmRepository {
    /** Whose clock runs while a review of what was declined is open. */
    private static final Field<UUID> REVIEWER = DSL.field(select(PART.UNIT_ID)
            .from(PART)
            .where(
                    PART.TICKET_ID.eq(TICKET_.ID),
                    PART.ROLE.eq(PartRole.REVIEW.name()),
                    PART.STATUS.eq(PartStatus.OPEN.name()))
            .limit(1));

    private final DSLContext sql;

    AlarmRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Takes the alarms that have gone off, each once: another node, or a step that is being taken, is not waited for.
     * No version changes, since nobody's view of the ticket does.
     */
    List<TicketEvent> take(Instant now, int alarms_max) {
        return sql.update(TICKET_)
                .set(TICKET_.ALARM_AT, when(TICKET_.DUE_AT.gt(now), TICKET_.DUE_AT))
                .where(TICKET_.ID.in(select(TICKET_.ID)
                        .from(TICKET_)
                        .where(TICKET_.ALARM_AT.le(now))
                        .orderBy(TICKET_.ALARM_AT)
                        .limit(alarms_max)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(TICKET_.ID, DSL.coalesce(REVIEWER, TICKET_.LEAD_UNIT_ID), TICKET_.DUE_AT)
                .fetch(row -> row.value3().isAfter(now)
                        ? new TicketEvent.DeadlineNear(row.value1(), row.value2(), row.value3(), now)
                        : new TicketEvent.Overdue(row.value1(), row.value2(), row.value3(), now));
    }
}
