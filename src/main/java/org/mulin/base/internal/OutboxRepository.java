package org.mulin.base.internal;

import static org.mulin.base.internal.db.Tables.EVENT_PUBLICATION;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {
    private final DSLContext sql;

    OutboxRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** One attempt to deliver an event to a listener; a new attempt is another value. */
    record Attempt(UUID id, int number) {}

    /** The oldest first. */
    List<Attempt> waiting(int publications_max) {
        return sql.select(EVENT_PUBLICATION.ID, EVENT_PUBLICATION.COMPLETION_ATTEMPTS)
                .from(EVENT_PUBLICATION)
                .where(EVENT_PUBLICATION.COMPLETION_DATE.isNull())
                .orderBy(EVENT_PUBLICATION.PUBLICATION_DATE)
                .limit(publications_max)
                .fetch(row -> new Attempt(row.value1(), row.value2() == null ? 0 : row.value2()));
    }

    /** Gives an attempt up, so that the next may be made. @return false when another node did, or it came to its end */
    boolean giveUp(Attempt attempt) {
        return sql.update(EVENT_PUBLICATION)
                        .set(EVENT_PUBLICATION.STATUS, Status.FAILED.name())
                        .where(EVENT_PUBLICATION.ID.eq(attempt.id()))
                        .and(EVENT_PUBLICATION.COMPLETION_ATTEMPTS.eq(attempt.number()))
                        .and(EVENT_PUBLICATION.COMPLETION_DATE.isNull())
                        .execute()
                == 1;
    }
}
