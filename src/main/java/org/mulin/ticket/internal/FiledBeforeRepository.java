package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.access.NewResident;
import org.mulin.policy.Policy;
import org.mulin.ticket.Channel;
import org.springframework.stereotype.Repository;

/**
 * Whoever signs in for the first time finds what staff took down for their number before: by phone, at the counter or
 * by a grid worker. Not what is older than a number may have had another owner, nor what others typed a number into.
 */
@Repository
class FiledBeforeRepository implements NewResident {
    private final DSLContext sql;
    private final Policy policy;
    private final Clock clock;

    FiledBeforeRepository(DSLContext sql, Policy policy, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void began(UUID account, byte[] phoneIndex) {
        Duration back = Duration.ofDays(policy.setting(TicketSettings.FILED_BEFORE));
        sql.update(APPEAL)
                .set(APPEAL.AUTHOR_ID, account)
                .where(
                        APPEAL.CONTACT_PHONE_INDEX.eq(phoneIndex),
                        APPEAL.AUTHOR_ID.isNull(),
                        APPEAL.CHANNEL.in(Channel.HOTLINE.name(), Channel.COUNTER.name(), Channel.GRID.name()),
                        APPEAL.SUBMITTED_AT.gt(clock.instant().minus(back)))
                .execute();
    }
}
