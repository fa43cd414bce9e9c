package org.mulin.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mulin.audit.internal.db.Tables.ENTRY;
import static org.mulin.audit.internal.db.Tables.SEAL;
import static org.mulin.audit.internal.db.Tables.UNSEALED;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.audit.Audit;
import org.mulin.audit.Audit.Act;
import org.mulin.base.Actor;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SealerTest extends MulinHttpTest {
    @Autowired
    private Audit audit;

    @Autowired
    private AuditRepository repository;

    @Autowired
    private Sealer sealer;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aChangedEntryBreaksTheChainAtItsPlace() {
        String subject = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            audit.record(Actor.SYSTEM, Act.of("test.first", "test", subject));
            audit.record(Actor.SYSTEM, Act.of("test.second", "test", subject).because("核实"));
        });
        while (repository.sealNew() > 0) {
            // until all are sealed
        }
        assertThat(sealer.firstBroken()).isEmpty();

        var first = sql.select(SEAL.NUMBER, ENTRY.ID)
                .from(SEAL.join(ENTRY).on(SEAL.ENTRY_ID.eq(ENTRY.ID)))
                .where(ENTRY.SUBJECT_ID.eq(subject), ENTRY.ACTION.eq("test.first"))
                .fetchSingle();
        rename(first.value2(), "test.forged");
        try {
            assertThat(sealer.firstBroken()).hasValue(first.value1());
        } finally {
            rename(first.value2(), "test.first");
        }
        assertThat(sealer.firstBroken()).isEmpty();
    }

    private Integer seals(String subject) {
        return sql.fetchCount(SEAL.join(ENTRY).on(SEAL.ENTRY_ID.eq(ENTRY.ID)), ENTRY.SUBJECT_ID.eq(subject));
    }

    private Integer waiting(String subject) {
        return sql.fetchCount(UNSEALED.join(ENTRY).on(UNSEALED.ENTRY_ID.eq(ENTRY.ID)), ENTRY.SUBJECT_ID.eq(subject));
    }

    /** Its id is older than the last one in the chain: what waits is found in its own table, not by age. */
    @Test
    void whatIsCommittedLateIsSealedToo() {
        String late = UUID.randomUUID().toString();
        String early = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            audit.record(Actor.SYSTEM, Act.of("test.late", "test", late));
            CompletableFuture.runAsync(() -> {
                        transaction.executeWithoutResult(
                                other -> audit.record(Actor.SYSTEM, Act.of("test.early", "test", early)));
                        await().untilAsserted(() -> {
                            sealer.seal();
                            assertThat(seals(early)).isEqualTo(1);
                        });
                    })
                    .join();
        });
        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(seals(late)).isEqualTo(1);
        });
        assertThat(sealer.firstBroken()).isEmpty();
    }

    @Test
    void moreThanOneBatchIsSealedWholeAndWaitsNoLonger() {
        String subject = UUID.randomUUID().toString();
        int many = 520;
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                audit.record(Actor.SYSTEM, Act.of("test.many", "test", subject));
            }
        });
        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(seals(subject)).isEqualTo(many);
        });
        assertThat(waiting(subject)).isZero();
        assertThat(sealer.firstBroken()).isEmpty();
    }

    private void rename(UUID entry, String action) {
        sql.update(ENTRY).set(ENTRY.ACTION, action).where(ENTRY.ID.eq(entry)).execute();
    }
}
