package org.mulin.ticket.internal.clerk;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.Grams;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.NewAppeal;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.clerk.ClerkViews.LikeTicket;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.like.TicketVoices;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;

/**
 * 相似工单: open tickets around the place that have the same matter, or much of the same words, and do not name another
 * place. Of the newest of the neighbourhood only.
 */
@Repository
class LikeQueries {
    private static final int TICKETS_MAX = 5;
    /** So many are asked whether they name another place. */
    private static final int LIKEST_MAX = 25;
    /** The newest open tickets of the neighbourhood; older ones are looked for in the queue. */
    private static final int COMPARED_MAX = 200;
    /** Below it, words are like each other by chance: the name of the compound alone makes a third. */
    private static final double SHARED_MIN = 0.5;

    private static final List<String> OPEN = List.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");

    private final DSLContext sql;
    private final Names names;
    private final Areas areas;
    private final TicketVoices voices;

    LikeQueries(DSLContext sql, Names names, Areas areas, TicketVoices voices) {
        this.voices = voices;
        this.sql = sql;
        this.names = names;
        this.areas = areas;
    }

    /** A draft as it would be registered, which has a place. */
    record Wanted(NewAppeal appeal, DispatchFacts facts) {}

    /** The likest first. */
    List<LikeTicket> like(Wanted wanted, Actor clerk) {
        String key = wanted.facts().areaKey();
        return around(key).map(range -> like(wanted, range, clerk)).orElse(List.of());
    }

    /** Its community, or the street when nobody knows more; a whole district is no neighbourhood. */
    private Optional<AreaRange> around(String key) {
        var tree = areas.tree();
        return tree.ancestor(key, AreaLevel.COMMUNITY)
                .or(() -> tree.ancestor(key, AreaLevel.STREET))
                .map(Area::key)
                .map(AreaRange::of);
    }

    private List<LikeTicket> like(Wanted wanted, AreaRange range, Actor clerk) {
        String[] grams = Grams.of(wanted.appeal().words());
        String matter = wanted.facts().matterCode();
        Field<Boolean> sameMatter = DSL.field(
                matter == null
                        ? DSL.falseCondition()
                        : DSL.coalesce(TICKET_.MATTER_CODE, "").eq(matter));
        Field<Boolean> sameGrid = DSL.field(TICKET_.AREA_KEY.eq(wanted.facts().areaKey()));
        Field<Double> shared = shared(grams);
        Condition reach = ReachQueries.of(clerk);
        Field<Boolean> readable = DSL.field(reach);
        var near = sql.select(TICKET_.asterisk(), sameMatter.as("same_matter"), sameGrid.as("same_grid"))
                .select(shared.as("shared"), readable.as("readable"))
                .from(TICKET_)
                .where(
                        TICKET_.STATUS.in(OPEN),
                        TICKET_.AREA_KEY.ge(range.lo()),
                        TICKET_.AREA_KEY.lt(range.hi()),
                        ReachQueries.atIntake(clerk))
                .orderBy(TICKET_.OPENED_AT.desc())
                .limit(COMPARED_MAX)
                .asTable("near");
        Field<Boolean> matterOfNear = near.field("same_matter", Boolean.class);
        Field<Boolean> gridOfNear = near.field("same_grid", Boolean.class);
        Field<Double> sharedOfNear = near.field("shared", Double.class);
        Field<Double> score = sharedOfNear
                .plus(DSL.when(matterOfNear, 0.5).otherwise(0.0))
                .plus(DSL.when(gridOfNear, 0.25).otherwise(0.0));
        List<LikeTicket> likest = sql.select(near.asterisk())
                .from(near)
                .where(DSL.condition(matterOfNear).or(sharedOfNear.ge(SHARED_MIN)))
                .orderBy(score.desc(), near.field(TICKET_.OPENED_AT).desc())
                .limit(LIKEST_MAX)
                .fetch(this::ticket);
        return here(new Text(wanted.appeal().subject(), wanted.appeal().words()), likest);
    }

    private List<LikeTicket> here(Text draft, List<LikeTicket> likest) {
        Map<UUID, List<Text>> said = sql.select(APPEAL.TICKET_ID, APPEAL.SUBJECT, APPEAL.WORDS)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.in(likest.stream().map(LikeTicket::id).toList()))
                .fetchGroups(APPEAL.TICKET_ID, row -> new Text(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS)));
        return likest.stream()
                .filter(ticket -> !voices.isElsewhere(draft, said.getOrDefault(ticket.id(), List.of())))
                .limit(TICKETS_MAX)
                .toList();
    }

    /** The share of the draft's pairs of characters that the ticket's likest appeal has. */
    private static Field<Double> shared(String[] grams) {
        if (grams.length == 0) {
            return DSL.val(0.0);
        }
        return DSL.field(
                "coalesce((select max(cardinality(array(select unnest({0}) intersect select unnest({1}))))"
                        + " from {2} where {3} = {4}), 0)::float8 / {5}",
                Double.class,
                APPEAL.GRAMS,
                DSL.val(grams),
                APPEAL,
                APPEAL.TICKET_ID,
                TICKET_.ID,
                DSL.inline(grams.length));
    }

    private LikeTicket ticket(Record row) {
        TicketStatus status = TicketStatus.valueOf(row.get("status", String.class));
        return new LikeTicket(
                row.get("id", UUID.class),
                row.get("number", String.class),
                status,
                row.get("excerpt", String.class),
                names.matter(row.get("matter_code", String.class)),
                row.get("placed", Boolean.class) ? names.area(row.get("area_key", String.class)) : null,
                names.unitName(row.get("lead_unit_id", UUID.class)),
                status.isWithUnit() ? row.get("due_at", Instant.class) : null,
                row.get("opened_at", Instant.class),
                row.get("appeal_count", Integer.class),
                row.get("same_matter", Boolean.class),
                row.get("same_grid", Boolean.class),
                (int) Math.round(row.get("shared", Double.class) * 100),
                row.get("readable", Boolean.class),
                row.get("version", Long.class));
    }
}
