package org.mulin.ticket.internal.open;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Sealing;
import org.mulin.base.Stale;
import org.springframework.stereotype.Repository;

/** Whether an author wants an appeal public. */
@Repository
public class PublicityRepository {
    private final DSLContext sql;
    private final OpenReachQueries reach;
    private final Sealing sealing;

    PublicityRepository(DSLContext sql, OpenReachQueries reach, Sealing sealing) {
        this.sql = sql;
        this.reach = reach;
        this.sealing = sealing;
    }

    public PublicityView of(UUID appealId, Actor author) {
        Field<Boolean> wished = DSL.field(APPEAL.PUBLIC_AT.isNotNull());
        // unknown while nobody has decided the matter
        Field<Boolean> shown = DSL.coalesce(DSL.field(reach.of(APPEAL)), DSL.inline(false));
        Field<Boolean> offered = DSL.field(reach.offered(APPEAL));
        return sql.select(wished, shown, offered, APPEAL.SUBJECT, APPEAL.WORDS, APPEAL.CONTACT_NAME_SEALED)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(author.accountId()))
                .fetchOptional(row -> new PublicityView(row.value1(), row.value2(), row.value3(), words(row)))
                .orElseThrow(Absent::new);
    }

    private String words(Record row) {
        return OpenTicketQueries.words(row, OpenTicketQueries.author(row, sealing));
    }

    /**
     * Holds the author's appeal for a change.
     *
     * @return whether it may become public
     * @throws Stale when its ticket is no longer in the version that the author saw
     */
    boolean hold(UUID appealId, Actor author, long version) {
        var row = sql.select(TICKET_.VERSION, DSL.field(reach.offered(APPEAL)))
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(author.accountId()))
                .forUpdate()
                .of(APPEAL)
                .fetchOptional()
                .orElseThrow(Absent::new);
        if (row.value1() != version) {
            throw new Stale(row.value1());
        }
        return row.value2();
    }

    /** @param at null takes it back */
    void set(UUID appealId, @Nullable Instant at) {
        sql.update(APPEAL)
                .set(APPEAL.PUBLIC_AT, at)
                .where(APPEAL.ID.eq(appealId))
                .execute();
    }
}
