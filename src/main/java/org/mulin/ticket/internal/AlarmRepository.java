package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.mulin.ticket.TicketEvent;
import org.springframework.stereotype.Repository;

@Repository
class AlarmRepository {
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
                .returning(TICKET_.ID, TICKET_.LEAD_UNIT_ID, TICKET_.DUE_AT)
                .fetch(row -> row.getDueAt().isAfter(now)
                        ? new TicketEvent.DeadlineNear(row.getId(), row.getLeadUnitId(), row.getDueAt(), now)
                        : new TicketEvent.Overdue(row.getId(), row.getLeadUnitId(), row.getDueAt(), now));
    }
}
