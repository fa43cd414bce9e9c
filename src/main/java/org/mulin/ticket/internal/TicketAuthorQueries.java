package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.field;
import static org.mulin.ticket.internal.db.Tables.APPEAL;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Sealing;
import org.mulin.ticket.TicketAuthor;
import org.mulin.ticket.TicketAuthors;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TicketAuthorQueries implements TicketAuthors {
    static final String PURPOSE = "通知办理进展";

    private final DSLContext sql;
    private final Sealing sealing;
    private final Audit audit;

    TicketAuthorQueries(DSLContext sql, Sealing sealing, Audit audit) {
        this.sql = sql;
        this.sealing = sealing;
        this.audit = audit;
    }

    @Override
    public Map<UUID, List<TicketAuthor>> of(Collection<UUID> ticketIds) {
        var reachable = field(APPEAL.CONTACT_PHONE_SEALED.isNotNull());
        return sql.select(APPEAL.TICKET_ID, APPEAL.ID, APPEAL.AUTHOR_ID, reachable)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.in(ticketIds), APPEAL.WITHDRAWN_AT.isNull())
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .fetchGroups(APPEAL.TICKET_ID, row -> new TicketAuthor(row.value2(), row.value3(), row.value4()));
    }

    @Override
    @Transactional
    public Optional<String> phone(UUID appealId) {
        Optional<String> phone = sql.select(APPEAL.CONTACT_PHONE_SEALED)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId), APPEAL.CONTACT_PHONE_SEALED.isNotNull(), APPEAL.WITHDRAWN_AT.isNull())
                .fetchOptional(APPEAL.CONTACT_PHONE_SEALED)
                .map(sealing::open);
        if (phone.isPresent()) {
            audit.record(
                    Actor.SYSTEM,
                    Audit.Act.of("contact.read", "appeal", appealId).because(PURPOSE));
        }
        return phone;
    }
}
