package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.Tickets;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.triage.Point;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Repository;

@Repository
class TicketFactsQueries implements Tickets {
    private static final Field<UUID[]> AUTHORS = DSL.field(DSL.select(DSL.arrayAgg(APPEAL.AUTHOR_ID))
            .from(APPEAL)
            .where(APPEAL.TICKET_ID.eq(TICKET_.ID), APPEAL.AUTHOR_ID.isNotNull(), APPEAL.WITHDRAWN_AT.isNull()));

    private final DSLContext sql;

    TicketFactsQueries(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, TicketFacts> facts(Collection<UUID> ids) {
        return sql.select(TICKET_, AUTHORS)
                .from(TICKET_)
                .where(TICKET_.ID.in(ids))
                .fetchMap(row -> row.value1().getId(), row -> facts(row.value1(), row.value2()));
    }

    @Override
    public Set<UUID> readable(Actor actor, Collection<UUID> ids) {
        return sql.select(TICKET_.ID)
                .from(TICKET_)
                .where(TICKET_.ID.in(ids), ReachQueries.of(actor))
                .fetchSet(TICKET_.ID);
    }

    private static TicketFacts facts(TicketRecord row, UUID @Nullable [] authors) {
        return new TicketFacts(
                row.getId(),
                row.getNumber(),
                TicketStatus.valueOf(row.getStatus()),
                Channel.valueOf(row.getChannel()),
                row.getMatterCode(),
                Urgency.valueOf(row.getUrgency()),
                row.getAreaKey(),
                row.getPlaced(),
                row.getLon() == null ? null : new Point(row.getLon(), row.getLat()),
                row.getLeadUnitId(),
                row.getOpenedAt(),
                row.getDueAt(),
                row.getConfidential(),
                authors == null ? List.of() : Arrays.asList(authors));
    }
}
