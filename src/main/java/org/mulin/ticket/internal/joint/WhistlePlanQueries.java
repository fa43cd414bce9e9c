package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.ticket.internal.joint.WhistleViews.PlanTicket;
import org.mulin.ticket.internal.joint.WhistleViews.ProposedUnit;
import org.mulin.ticket.internal.joint.WhistleViews.WhistlePlanView;
import org.springframework.stereotype.Repository;

/** What a convener is shown before blowing the whistle: the tickets, their like, and whom the duty list names. */
@Repository
class WhistlePlanQueries {
    private static final int LIKE_MAX = 20;

    private final DSLContext sql;
    private final JointSteps steps;
    private final Dispatcher dispatcher;
    private final BlowService blowing;
    private final Policy policy;
    private final Areas areas;
    private final Names names;
    private final Clock clock;

    WhistlePlanQueries(
            DSLContext sql,
            JointSteps steps,
            Dispatcher dispatcher,
            BlowService blowing,
            Policy policy,
            Areas areas,
            Names names,
            Clock clock) {
        this.sql = sql;
        this.steps = steps;
        this.dispatcher = dispatcher;
        this.blowing = blowing;
        this.policy = policy;
        this.areas = areas;
        this.names = names;
        this.clock = clock;
    }

    WhistlePlanView plan(Actor actor, List<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, JointSteps.Case> cases = new LinkedHashMap<>();
        steps.cases(ids, actor, now).forEach(each -> cases.put(each.id(), each));
        JointSteps.Case lead = cases.get(ids.getFirst());
        if (lead == null) {
            throw new Absent();
        }
        List<TicketRecord> rows = sql.selectFrom(TICKET_)
                .where(TICKET_.ID.in(cases.keySet()))
                .orderBy(TICKET_.NUMBER)
                .fetch();
        TicketRecord first = rows.stream()
                .filter(row -> row.getId().equals(lead.id()))
                .findFirst()
                .orElseThrow(Absent::new);
        // who is called reads where to meet: what an author said in confidence is not suggested for it
        boolean open = rows.stream().noneMatch(TicketRecord::getConfidential);
        return new WhistlePlanView(
                rows.stream()
                        .map(row -> ticket(row, cases.get(row.getId()), actor))
                        .toList(),
                like(lead, ids, actor, now),
                proposed(lead, actor),
                open ? first.getPlaceText() : null,
                open ? first.getLon() : null,
                open ? first.getLat() : null,
                !open,
                blowing.confirmBy(now, Instant.MAX),
                blowing.meetAt(now),
                policy.setting(TicketSettings.WHISTLE_TICKETS));
    }

    private PlanTicket ticket(TicketRecord row, JointSteps.@Nullable Case as, Actor actor) {
        boolean hidden = row.getConfidential() && names.isAccused(actor.unitId());
        return new PlanTicket(
                row.getId(),
                row.getNumber(),
                hidden ? Texts.here(Said.of("ticket.hidden-words")) : row.getExcerpt(),
                names.matter(row.getMatterCode()),
                row.getPlaced() ? names.area(row.getAreaKey()) : null,
                as != null && as.mayWhistle(),
                row.getVersion());
    }

    /** Open tickets of the same matter in the same community, the newest first. */
    private List<PlanTicket> like(JointSteps.Case lead, List<UUID> known, Actor actor, Instant now) {
        Area community =
                areas.tree().ancestor(lead.areaKey(), AreaLevel.COMMUNITY).orElse(null);
        if (lead.matterCode() == null || community == null) {
            return List.of();
        }
        AreaRange range = AreaRange.of(community.key());
        List<TicketRecord> rows = sql.selectFrom(TICKET_)
                .where(
                        TICKET_.STATUS.in("DISPATCHED", "ACCEPTED", "WAITING"),
                        TICKET_.AREA_KEY.ge(range.lo()),
                        TICKET_.AREA_KEY.lt(range.hi()),
                        TICKET_.MATTER_CODE.eq(lead.matterCode()),
                        TICKET_.ID.notIn(known),
                        ReachQueries.of(actor))
                .orderBy(TICKET_.OPENED_AT.desc(), TICKET_.ID)
                .limit(LIKE_MAX)
                .fetch();
        Map<UUID, JointSteps.Case> cases = new LinkedHashMap<>();
        steps.cases(rows.stream().map(TicketRecord::getId).toList(), actor, now)
                .forEach(each -> cases.put(each.id(), each));
        return rows.stream()
                .map(row -> ticket(row, cases.get(row.getId()), actor))
                .toList();
    }

    /** Leads and assisting units of the entries about the matter, each once; the first lead of them leads. */
    private List<ProposedUnit> proposed(JointSteps.Case ticket, Actor actor) {
        String matter = ticket.matterCode();
        if (matter == null) {
            return List.of();
        }
        DispatchRules rules = dispatcher.session().rules();
        Map<UUID, ProposedUnit> found = new LinkedHashMap<>();
        for (DutyEntry entry : rules.duty().of(rules.matters().lineage(matter))) {
            List<String> references = new ArrayList<>(List.of(entry.lead()));
            references.addAll(entry.assists());
            for (String reference : references) {
                dispatcher
                        .find(reference, ticket.areaKey())
                        .filter(unit -> blowing.mayBeCalled(unit.id(), actor))
                        .ifPresent(unit -> found.putIfAbsent(unit.id(), proposed(unit, found.isEmpty(), entry)));
            }
        }
        return found.values().stream().limit(WhistleInputs.UNITS_MAX).toList();
    }

    private static ProposedUnit proposed(UnitRef unit, boolean lead, DutyEntry entry) {
        return new ProposedUnit(unit.id(), unit.name(), lead, entry.id(), entry.basis());
    }
}
