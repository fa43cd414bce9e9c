package org.mulin.audit.internal;

import static org.mulin.audit.internal.db.Tables.ENTRY;
import static org.mulin.audit.internal.db.Tables.SEAL;
import static org.mulin.audit.internal.db.Tables.UNSEALED;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class AuditRepository implements Audit {
    /** The chain begins with 32 zero bytes. */
    static final byte[] ROOT = new byte[32];

    private static final int BATCH_MAX = 500;
    private static final long LOCK = 0x6d756c696e_01L;

    private final DSLContext sql;
    private final Clock clock;

    AuditRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Act act) {
        UUID id = Ids.next();
        sql.insertInto(ENTRY)
                .set(ENTRY.ID, id)
                .set(ENTRY.AT, clock.instant())
                .set(ENTRY.ACTOR_ID, actor.accountId())
                .set(ENTRY.ACTOR_NAME, actor.name())
                .set(ENTRY.UNIT_ID, actor.unitId())
                .set(ENTRY.ACTION, act.action())
                .set(ENTRY.SUBJECT_TYPE, act.subjectType())
                .set(ENTRY.SUBJECT_ID, act.subjectId())
                .set(ENTRY.PURPOSE, act.purpose())
                .set(ENTRY.DETAIL, act.detail())
                .execute();
        sql.insertInto(UNSEALED).set(UNSEALED.ENTRY_ID, id).execute();
    }

    /** One node at a time: whoever holds the lock seals, the others skip. */
    @Transactional
    int sealNew() {
        if (!Boolean.TRUE.equals(sql.fetchValue("select pg_try_advisory_xact_lock(" + LOCK + ")", Boolean.class))) {
            return 0;
        }
        var last = sql.select(SEAL.NUMBER, SEAL.HASH)
                .from(SEAL)
                .orderBy(SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional();
        long number = last.map(row -> row.get(SEAL.NUMBER)).orElse(0L);
        byte[] hash = last.map(row -> row.get(SEAL.HASH)).orElse(ROOT);
        List<AuditEntry> fresh = sql.select(ENTRY.fields())
                .from(UNSEALED)
                .join(ENTRY)
                .on(ENTRY.ID.eq(UNSEALED.ENTRY_ID))
                .orderBy(ENTRY.ID)
                .limit(BATCH_MAX)
                .fetch(AuditRepository::entry);
        var seals = sql.insertInto(SEAL, SEAL.NUMBER, SEAL.ENTRY_ID, SEAL.HASH, SEAL.AT);
        for (AuditEntry entry : fresh) {
            hash = entry.hash(hash);
            number++;
            seals = seals.values(number, entry.id(), hash, clock.instant());
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        sql.deleteFrom(UNSEALED)
                .where(UNSEALED.ENTRY_ID.in(fresh.stream().map(AuditEntry::id).toList()))
                .execute();
        return seals.execute();
    }

    record Sealed(long number, AuditEntry entry, byte[] hash) {}

    /** A stretch of the chain in order, after the number given. */
    List<Sealed> sealedAfter(long number) {
        return sql.select(ENTRY.fields())
                .select(SEAL.NUMBER, SEAL.HASH)
                .from(SEAL)
                .join(ENTRY)
                .on(SEAL.ENTRY_ID.eq(ENTRY.ID))
                .where(SEAL.NUMBER.gt(number))
                .orderBy(SEAL.NUMBER)
                .limit(BATCH_MAX)
                .fetch(row -> new Sealed(row.get(SEAL.NUMBER), entry(row), row.get(SEAL.HASH)));
    }

    private static AuditEntry entry(Record row) {
        UUID id = row.get(ENTRY.ID);
        return new AuditEntry(
                id,
                row.get(ENTRY.AT),
                row.get(ENTRY.ACTOR_ID),
                row.get(ENTRY.ACTOR_NAME),
                row.get(ENTRY.UNIT_ID),
                row.get(ENTRY.ACTION),
                row.get(ENTRY.SUBJECT_TYPE),
                row.get(ENTRY.SUBJECT_ID),
                row.get(ENTRY.PURPOSE),
                row.get(ENTRY.DETAIL));
    }
}
