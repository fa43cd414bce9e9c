package org.mulin.admission.internal;

import static org.mulin.admission.internal.db.Tables.CHORE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.admission.internal.ChoreController.ChoreInput;
import org.mulin.admission.internal.db.tables.records.ChoreRecord;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.organization.Unit;
import org.springframework.stereotype.Repository;

@Repository
class ChoreRepository {
    private final DSLContext sql;
    private final AdmissionReachQueries reach;

    ChoreRepository(DSLContext sql, AdmissionReachQueries reach) {
        this.sql = sql;
        this.reach = reach;
    }

    void insert(UUID id, ChoreInput chore, LocalDate day, Unit community, Actor actor, Instant now) {
        sql.insertInto(CHORE)
                .set(CHORE.ID, id)
                .set(CHORE.KIND, chore.kind())
                .set(CHORE.HOURS, chore.hours())
                .set(CHORE.FOR_WHOM, chore.forWhom().name())
                .set(CHORE.FOR_UNIT_ID, chore.forUnitId())
                .set(CHORE.WORDS, chore.words().strip())
                .set(CHORE.DAY, day)
                .set(CHORE.UNIT_ID, community.id())
                .set(CHORE.AREA_KEY, community.areaKey())
                .set(CHORE.RECORDER_ID, actor.accountId())
                .set(CHORE.CREATED_AT, now)
                .set(CHORE.VERSION, 1L)
                .execute();
    }

    /** @throws Absent when there is none for this actor */
    void cancel(UUID id, long version, Actor actor, Instant now) {
        ChoreRecord row = sql.selectFrom(CHORE)
                .where(CHORE.ID.eq(id), reach.chores(actor))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Absent::new);
        if (row.getVersion() != version) {
            throw new Stale(row.getVersion());
        }
        if (row.getCancelledAt() != null || !row.getRecorderId().equals(actor.accountId())) {
            throw Refused.of("chore-not-yours");
        }
        row.setCancelledAt(now);
        row.setVersion(version + 1);
        row.update();
    }
}
