package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.ESCALATION;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.springframework.stereotype.Component;

/** What a list asks for, in SQL and within its reader's reach: the same for pages, counts and exports. */
@Component
public class FilterQueries {
    private static final List<String> RUNNING = List.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
    private static final List<String> WITH_UNIT = List.of("DISPATCHED", "ACCEPTED", "WAITING");
    private static final List<String> DONE = List.of("RESOLVED", "CLOSED");
    private static final int CHARS_BEFORE = 16;
    private static final int CHARS_FOUND = 80;

    /** In which order a list comes and where its next page begins; each order has its index. */
    public enum ListOrder {
        /** What waits for a decision: danger to life comes first, then by deadline. Written as in the index. */
        DANGER_FIRST(
                moment("case when {2} = 'EMERGENCY' then timestamptz '1970-01-01 00:00:00+00'"
                        + " else coalesce({1}, timestamptz '9999-12-31 00:00:00+00') end"),
                true,
                true),
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
            return DSL.field(template, TICKET_.DUE_AT.getDataType(), TICKET_.STATUS, TICKET_.DUE_AT, TICKET_.URGENCY);
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

    private final Names names;
    private final Areas areas;
    private final Units units;
    private final SearchQueries search;

    FilterQueries(Names names, Areas areas, Units units, SearchQueries search) {
        this.names = names;
        this.areas = areas;
        this.units = units;
        this.search = search;
    }

    public static boolean isLate(String status, @Nullable Instant dueAt, Instant now) {
        return dueAt != null && RUNNING.contains(status) && dueAt.isBefore(now);
    }

    /** @throws Malformed naming the field that the pack or the city does not know */
    public Condition of(Actor actor, TicketFilter filter, Instant now) {
        return ReachQueries.of(actor).and(DSL.and(conditions(actor, filter, now)));
    }

    /** The piece of the first appeal's words around what was sought; null where nothing was, or not for this reader. */
    Field<@Nullable String> found(Actor actor, TicketFilter filter) {
        List<String> terms = filter.terms();
        if (terms.isEmpty()) {
            return DSL.castNull(String.class);
        }
        Field<String> piece = DSL.field(
                "substring({0} from greatest(1, position({1} in lower({0})) - {2}) for {3})",
                String.class,
                APPEAL.WORDS,
                DSL.lower(DSL.val(terms.getFirst())),
                DSL.inline(CHARS_BEFORE),
                DSL.inline(CHARS_FOUND));
        return DSL.field(DSL.select(piece)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.eq(TICKET_.ID), SearchQueries.holds(terms), mayRead(actor))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .limit(1));
    }

    private List<Condition> conditions(Actor actor, TicketFilter filter, Instant now) {
        List<Condition> all = new ArrayList<>(queue(actor, filter.queue()));
        all.addAll(aboutAndWhose(filter));
        all.addAll(stateAndTime(filter, now));
        List<String> terms = filter.terms();
        if (filter.q() != null && !terms.isEmpty()) {
            all.add(search.matches(actor, terms, filter.q().strip(), mayRead(actor)));
        }
        return all;
    }

    private List<Condition> aboutAndWhose(TicketFilter filter) {
        List<Condition> all = new ArrayList<>();
        if (filter.matter() != null) {
            if (!names.isMatter(filter.matter())) {
                throw Malformed.of("matter", "field-invalid");
            }
            all.add(TICKET_.MATTER_CODE.in(names.mattersWithin(filter.matter())));
        }
        if (filter.area() != null) {
            AreaRange range = range(filter.area());
            all.add(TICKET_.AREA_KEY.ge(range.lo()).and(TICKET_.AREA_KEY.lt(range.hi())));
        }
        if (filter.unit() != null) {
            UUID unit =
                    units.byCode(filter.unit()).map(Unit::id).orElseThrow(() -> Malformed.of("unit", "field-invalid"));
            all.add(TICKET_.LEAD_UNIT_ID.eq(unit));
        }
        if (filter.channel() != null) {
            all.add(TICKET_.CHANNEL.eq(filter.channel().name()));
        }
        return all;
    }

    private List<Condition> stateAndTime(TicketFilter filter, Instant now) {
        List<Condition> all = new ArrayList<>();
        if (filter.status() != null) {
            all.add(TICKET_.STATUS.eq(filter.status().name()));
        }
        if (filter.overdue() != null) {
            Condition overdue = TICKET_.STATUS.in(RUNNING).and(TICKET_.DUE_AT.lt(now));
            all.add(filter.overdue() ? overdue : DSL.not(overdue));
        }
        if (filter.set() != null) {
            all.add(SetQueries.of(filter.set(), now, own(filter)));
        }
        if (filter.from() != null) {
            all.add(TICKET_.OPENED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            all.add(TICKET_.OPENED_AT.lt(filter.to()));
        }
        return all;
    }

    private AreaRange range(String areaCode) {
        return areas.tree()
                .find(areaCode)
                .map(Area::key)
                .map(AreaRange::of)
                .orElseThrow(() -> Malformed.of("area", "field-invalid"));
    }

    /** As the figures have it: a unit's line leaves out its own reports, an area's those of its community. */
    private Condition own(TicketFilter filter) {
        return filter.unit() != null || filter.area() == null
                ? SetQueries.ownOfLead()
                : SetQueries.ownWithin(range(filter.area()));
    }

    private static List<Condition> queue(Actor actor, @Nullable String queue) {
        return switch (queue == null ? "all" : queue) {
            case "all" -> List.of();
            case "triage" -> List.of(TICKET_.STATUS.eq("TRIAGE"));
            case "unit" ->
                List.of(
                        TICKET_.STATUS.in(WITH_UNIT),
                        actor.unitId() == null ? DSL.falseCondition() : TICKET_.LEAD_UNIT_ID.eq(actor.unitId()));
            case "reported" ->
                List.of(actor.unitId() == null ? DSL.falseCondition() : ReachQueries.reportedBy(actor.unitId()));
            case "area" -> List.of(TICKET_.STATUS.in(RUNNING), ReachQueries.ofOwnArea(actor));
            case "reviews" -> List.of(actor.unitId() == null ? DSL.falseCondition() : reviewedBy(actor.unitId()));
            case "supervised" -> List.of(actor.unitId() == null ? DSL.falseCondition() : escalatedTo(actor.unitId()));
            case "done" ->
                List.of(
                        TICKET_.STATUS.in(DONE),
                        actor.unitId() == null ? DSL.falseCondition() : TICKET_.LEAD_UNIT_ID.eq(actor.unitId()));
            default -> throw Malformed.of("queue", "field-invalid");
        };
    }

    /** This unit has to decide whether it was declined rightly. */
    private static Condition reviewedBy(UUID unit) {
        return TICKET_.ID.in(DSL.select(PART.TICKET_ID)
                .from(PART)
                .where(
                        PART.UNIT_ID.eq(unit),
                        PART.ROLE.eq(PartRole.REVIEW.name()),
                        PART.STATUS.eq(PartStatus.OPEN.name())));
    }

    /** This unit is the one that supervises now. */
    private static Condition escalatedTo(UUID unit) {
        return TICKET_.ID.in(DSL.select(ESCALATION.TICKET_ID)
                .from(ESCALATION)
                .where(ESCALATION.UNIT_ID.eq(unit), ESCALATION.ENDED_AT.isNull()));
    }

    /** Confidential words are not searched by the accused. */
    private Condition mayRead(Actor actor) {
        return names.isAccused(actor.unitId()) ? TICKET_.CONFIDENTIAL.isFalse() : DSL.noCondition();
    }
}
