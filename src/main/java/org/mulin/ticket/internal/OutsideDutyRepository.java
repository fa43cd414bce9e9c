package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.OUTSIDE_DUTY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.base.Ids;
import org.mulin.organization.Unit;
import org.springframework.stereotype.Repository;

/** Keeps each time that an appeal was moved to a community outside of its duty. */
@Repository
class OutsideDutyRepository {
    private final DSLContext sql;

    OutsideDutyRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Ticket ticket, Unit community, UUID byUnitId, Instant at, LocalDate day) {
        sql.insertInto(OUTSIDE_DUTY)
                .set(OUTSIDE_DUTY.ID, Ids.next())
                .set(OUTSIDE_DUTY.TICKET_ID, ticket.id())
                .set(OUTSIDE_DUTY.COMMUNITY_ID, community.id())
                .set(OUTSIDE_DUTY.AREA_KEY, community.areaKey())
                .set(OUTSIDE_DUTY.MATTER_CODE, ticket.matterCode())
                .set(OUTSIDE_DUTY.BY_UNIT_ID, byUnitId)
                .set(OUTSIDE_DUTY.AT, at)
                .set(OUTSIDE_DUTY.DAY, day)
                .execute();
    }
}
