package org.mulin.access.internal;

import static org.mulin.access.internal.db.Tables.PURPOSE;

import java.time.Clock;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.mulin.access.Purposes;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PurposeRepository implements Purposes {
    private final DSLContext sql;
    private final Clock clock;

    PurposeRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void open(Purpose purpose) {
        if (sql.fetchExists(PURPOSE, heldBy(purpose.subjectType(), purpose.subjectId(), purpose.holderUnit()))) {
            return;
        }
        sql.insertInto(PURPOSE)
                .set(PURPOSE.ID, Ids.next())
                .set(PURPOSE.CODE, purpose.code())
                .set(PURPOSE.LEGAL_BASIS, purpose.legalBasis())
                .set(PURPOSE.SUBJECT_TYPE, purpose.subjectType())
                .set(PURPOSE.SUBJECT_ID, purpose.subjectId())
                .set(PURPOSE.HOLDER_UNIT_ID, purpose.holderUnit())
                .set(PURPOSE.OPENED_AT, clock.instant())
                .execute();
    }

    @Override
    @Transactional
    public void close(String subjectType, UUID subjectId, UUID holderUnit) {
        sql.update(PURPOSE)
                .set(PURPOSE.CLOSED_AT, clock.instant())
                .where(heldBy(subjectType, subjectId, holderUnit))
                .execute();
    }

    @Override
    @Transactional
    public void closeAll(String subjectType, UUID subjectId) {
        sql.update(PURPOSE)
                .set(PURPOSE.CLOSED_AT, clock.instant())
                .where(on(subjectType, subjectId))
                .execute();
    }

    @Override
    public void check(Actor actor, String subjectType, UUID subjectId) {
        UUID unit = actor.unitId();
        if (unit == null || !sql.fetchExists(PURPOSE, heldBy(subjectType, subjectId, unit))) {
            throw Refused.of("purpose-missing");
        }
    }

    private static Condition heldBy(String subjectType, UUID subjectId, UUID unit) {
        return on(subjectType, subjectId).and(PURPOSE.HOLDER_UNIT_ID.eq(unit));
    }

    private static Condition on(String subjectType, UUID subjectId) {
        return PURPOSE.SUBJECT_ID
                .eq(subjectId)
                .and(PURPOSE.SUBJECT_TYPE.eq(subjectType))
                .and(PURPOSE.CLOSED_AT.isNull());
    }
}
