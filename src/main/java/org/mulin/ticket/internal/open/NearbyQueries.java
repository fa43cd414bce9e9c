package org.mulin.ticket.internal.open;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.open.OpenReachQueries.MATTER;
import static org.mulin.ticket.internal.open.OpenTicketQueries.ANSWERED_AT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.policy.Policy;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.open.Neighbourhood.Group;
import org.mulin.ticket.internal.open.OpenViews.NearbyMatterView;
import org.mulin.ticket.internal.open.OpenViews.NearbyTicketView;
import org.mulin.ticket.internal.open.OpenViews.NeighbourhoodView;
import org.springframework.stereotype.Repository;

/** 身边事: what happens around a community and in its street; three queries, whatever happens. */
@Repository
class NearbyQueries {
    /** So long an answer is news. */
    private static final int ANSWERED_DAYS = 30;
    /** Older reports are no news, even when they are answered now; it also keeps a street's past unread. */
    private static final int REPORTED_DAYS = 365;
    /** The newest appeals of a street; more than any has open. */
    private static final int SIGHTINGS_MAX = 5_000;

    private static final int TICKETS_MAX = 60;
    private static final List<String> OPEN = List.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
    private static final List<String> ANSWERED = List.of("RESOLVED", "CLOSED");

    private final DSLContext sql;
    private final OpenTicketQueries queries;
    private final OpenReachQueries reach;
    private final OpenNames names;
    private final Areas areas;
    private final Policy policy;
    private final Clock clock;

    NearbyQueries(
            DSLContext sql,
            OpenTicketQueries queries,
            OpenReachQueries reach,
            OpenNames names,
            Areas areas,
            Policy policy,
            Clock clock) {
        this.sql = sql;
        this.queries = queries;
        this.reach = reach;
        this.names = names;
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws Malformed {@code field-invalid} when the code is none of a community or of what lies in one */
    NeighbourhoodView around(String code) {
        AreaTree tree = areas.tree();
        Area community = tree.today(code)
                .flatMap(area -> tree.ancestor(area.key(), AreaLevel.COMMUNITY))
                .orElseThrow(() -> Malformed.of("area", "field-invalid"));
        Area street = tree.ancestor(community.key(), AreaLevel.STREET).orElse(community);
        Condition here = recent(street);
        Condition open = TICKET_.STATUS.in(OPEN);
        Condition answered = answeredSince(clock.instant().minus(Duration.ofDays(ANSWERED_DAYS)));
        int people_min = policy.setting(TicketSettings.NEARBY_PEOPLE_MIN);
        return new NeighbourhoodView(
                community.code(),
                community.name(),
                street.code(),
                street.name(),
                people_min,
                ANSWERED_DAYS,
                groups(here.and(open), street, people_min),
                groups(here.and(answered), street, people_min),
                queries.rows(here.and(open.or(answered)).and(queries.firstOfTicket()), 0, TICKETS_MAX).stream()
                        .map(this::ticket)
                        .toList());
    }

    /** The answer is the last but few steps, so that the row's own time says first that it cannot be. */
    private static Condition answeredSince(Instant since) {
        return TICKET_.STATUS.in(ANSWERED).and(TICKET_.UPDATED_AT.ge(since)).and(ANSWERED_AT.ge(since));
    }

    /** What many report of a street and is being worked on. */
    List<NearbyMatterView> open(Area street) {
        return groups(
                recent(street).and(TICKET_.STATUS.in(OPEN)), street, policy.setting(TicketSettings.NEARBY_PEOPLE_MIN));
    }

    private Condition recent(Area street) {
        AreaRange range = AreaRange.of(street.key());
        return TICKET_.AREA_KEY
                .ge(range.lo())
                .and(TICKET_.AREA_KEY.lt(range.hi()))
                .and(TICKET_.PLACED)
                .and(TICKET_.OPENED_AT.ge(clock.instant().minus(Duration.ofDays(REPORTED_DAYS))));
    }

    private List<NearbyMatterView> groups(Condition wanted, Area street, int people_min) {
        AreaTree tree = areas.tree();
        return Neighbourhood.groups(sightings(wanted), street.key(), people_min).stream()
                .map(group -> view(group, tree))
                .toList();
    }

    /** The appeals that neighbours are counted by; the newest tickets first. */
    List<Sighting> sightings(Condition wanted) {
        Field<Boolean> shown = DSL.field(reach.of(APPEAL)).as("shown");
        Field<Instant> answeredAt = ANSWERED_AT.as("answered_at");
        AreaTree tree = areas.tree();
        ZoneId zone = policy.city().zone();
        return sql.select(
                        APPEAL.ID,
                        APPEAL.AUTHOR_ID,
                        APPEAL.CONTACT_PHONE_INDEX,
                        APPEAL.SUBMITTED_AT,
                        MATTER,
                        TICKET_.AREA_KEY,
                        TICKET_.STATUS,
                        shown,
                        answeredAt)
                .from(TICKET_)
                .join(APPEAL)
                .on(APPEAL.TICKET_ID.eq(TICKET_.ID))
                .where(wanted, reach.counted(APPEAL))
                .orderBy(TICKET_.OPENED_AT.desc(), APPEAL.ID)
                .limit(SIGHTINGS_MAX)
                .fetch(row -> sighting(row, tree, zone, row.get(shown), row.get(answeredAt)));
    }

    private static Sighting sighting(
            Record row, AreaTree tree, ZoneId zone, boolean shown, @Nullable Instant answered) {
        String key = row.get(TICKET_.AREA_KEY);
        byte[] phone = row.get(APPEAL.CONTACT_PHONE_INDEX);
        OpenStage stage = OpenStage.of(TicketStatus.valueOf(row.get(TICKET_.STATUS)));
        return new Sighting(
                tree.ancestor(key, AreaLevel.COMMUNITY).map(Area::key).orElse(key),
                row.get(MATTER),
                row.get(APPEAL.ID),
                row.get(APPEAL.AUTHOR_ID),
                phone == null ? null : HexFormat.of().formatHex(phone),
                shown,
                stage,
                LocalDate.ofInstant(row.get(APPEAL.SUBMITTED_AT), zone),
                stage == OpenStage.ANSWERED && answered != null ? LocalDate.ofInstant(answered, zone) : null);
    }

    private NearbyMatterView view(Group group, AreaTree tree) {
        return new NearbyMatterView(
                group.matterCode(),
                names.matter(group.matterCode()),
                names.matterClass(group.matterCode()),
                tree.byKey(group.areaKey()).map(Area::code).orElseThrow(),
                group.people(),
                group.published(),
                group.since(),
                group.stage(),
                group.answeredOn());
    }

    private NearbyTicketView ticket(OpenTicket ticket) {
        return new NearbyTicketView(
                names.row(ticket), names.community(ticket).map(Area::code).orElse(null), ticket.point());
    }
}
