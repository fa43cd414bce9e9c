package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** In which order a list comes and where its next page begins; each order has its index. */
public enum ListOrder {
    /** Open work alone, by deadline. A ticket without a deadline comes last; written as in the indexes. */
    DUE(moment("coalesce({1}, timestamptz '9999-12-31 00:00:00+00')"), true, true),
    /** Open work by deadline; what is over comes after it, newest first. Written as in the index. */
    OPEN_FIRST(
            moment("case when {0} in ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING')"
                    + " then coalesce({1}, timestamptz '9999-12-31 00:00:00+00')"
                    + " else timestamptz '9999-12-31 00:00:01+00' end"),
            true,
            false),
    NEWEST(TICKET_.OPENED_AT, false, false);

    private final Field<Instant> at;
    private final boolean atRises;
    private final boolean idRises;

    ListOrder(Field<Instant> at, boolean atRises, boolean idRises) {
        this.at = at;
        this.atRises = atRises;
        this.idRises = idRises;
    }

    private static Field<Instant> moment(String template) {
        return DSL.field(template, TICKET_.DUE_AT.getDataType(), TICKET_.STATUS, TICKET_.DUE_AT);
    }

    /** The moment by which the list is sorted, as a cursor keeps it. */
    Field<Instant> at() {
        return at;
    }

    public List<SortField<?>> fields() {
        return List.of(atRises ? at.asc() : at.desc(), idRises ? TICKET_.ID.asc() : TICKET_.ID.desc());
    }

    Condition behind(Cursor last) {
        if (atRises != idRises) {
            return at.ge(last.at()).and(at.gt(last.at()).or(TICKET_.ID.lt(last.id())));
        }
        var here = DSL.row(at, TICKET_.ID);
        return atRises ? here.gt(last.at(), last.id()) : here.lt(last.at(), last.id());
    }
}
