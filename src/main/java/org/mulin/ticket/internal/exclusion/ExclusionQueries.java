package org.mulin.ticket.internal.exclusion;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.CALL_BACK;
import static org.mulin.ticket.internal.db.Tables.EXCLUSION;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.file.StoredFile;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.internal.ExclusionSteps;
import org.mulin.ticket.internal.ExclusionSteps.Subject;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.ExclusionStepRecord;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.exclusion.ExclusionViews.EvidenceView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionReasonView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.RevocationView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.TicketExclusions;
import org.springframework.stereotype.Repository;

/** Exclusions as staff see them: of one ticket, and what lies in the reader's reach; a unit sees its own. */
@Repository
class ExclusionQueries {
    private final DSLContext sql;
    private final ExclusionRepository repository;
    private final ExclusionSteps steps;
    private final ExclusionRules rules;
    private final Names names;
    private final Clock clock;

    ExclusionQueries(
            DSLContext sql,
            ExclusionRepository repository,
            ExclusionSteps steps,
            ExclusionRules rules,
            Names names,
            Clock clock) {
        this.sql = sql;
        this.repository = repository;
        this.steps = steps;
        this.rules = rules;
        this.names = names;
        this.clock = clock;
    }

    /** What a list is narrowed to; null: all. */
    record Wanted(
            @Nullable ExclusionState status,
            @Nullable UUID unit,
            @Nullable String reason) {}

    /** A row of the list before its evidence is known. */
    private record Found(
            Exclusion exclusion, Subject ticket, @Nullable String matter) {}

    /** Since when the rates count something of the ticket that a unit may want out; null when they do not. */
    @Nullable
    Instant countedSince(Subject ticket) {
        Field<Instant> judged = DSL.field(DSL.select(DSL.max(VERDICT.AT))
                .from(VERDICT)
                .join(APPEAL)
                .on(APPEAL.ID.eq(VERDICT.APPEAL_ID))
                .where(APPEAL.TICKET_ID.eq(TICKET_.ID)));
        Field<Instant> inVain = DSL.field(DSL.select(DSL.max(CALL_BACK.ENDED_AT))
                .from(CALL_BACK)
                .where(CALL_BACK.TICKET_ID.eq(TICKET_.ID), TICKET_.UNREACHABLE.isTrue()));
        return sql.select(judged, inVain)
                .from(TICKET_)
                .where(TICKET_.ID.eq(ticket.id()))
                .fetchSingle(row -> ExclusionRules.later(
                        ticket.overdueAt(), ExclusionRules.later(row.get(judged), row.get(inVain))));
    }

    TicketExclusions ofTicket(UUID ticketId, Actor actor) {
        Instant now = clock.instant();
        Subject ticket = steps.find(ticketId, actor, now);
        TicketRecord row = sql.fetchSingle(TICKET_, TICKET_.ID.eq(ticketId));
        boolean othersToo = isParty(ticket, actor) && !names.hidesWords(actor, row.getConfidential());
        List<Exclusion> all = repository.ofTicket(ticketId);
        List<Found> found = all.reversed().stream()
                .filter(each -> ExclusionSteps.reviews(actor) || isOwn(each, actor) || othersToo)
                .map(each -> new Found(each, ticket, row.getMatterCode()))
                .toList();
        return new TicketExclusions(ticketId, views(found, actor), reasons(actor, ticket, all, now), ticket.version());
    }

    private static boolean isOwn(Exclusion each, Actor actor) {
        return each.unitId().equals(actor.unitId());
    }

    private static boolean isParty(Subject ticket, Actor actor) {
        UUID unit = actor.unitId();
        return unit != null && ticket.parties().contains(unit);
    }

    /** As {@link ExclusionService} would answer, so that nobody fills in a form in vain. */
    private List<ExclusionReasonView> reasons(Actor actor, Subject ticket, List<Exclusion> all, Instant now) {
        UUID unit = ticket.unitId();
        if (unit == null
                || !rules.parties(actor, unit, ticket).contains(ExclusionParty.UNIT)
                || all.stream().anyMatch(Exclusion::isStanding)) {
            return List.of();
        }
        Instant since = countedSince(ticket);
        return since == null
                ? List.of()
                : rules.current().content().stream()
                        .map(rule -> view(rule, rules.until(rule, since)))
                        .filter(each -> !now.isAfter(each.until()))
                        .toList();
    }

    /** All reasons that the pack names. */
    List<ExclusionReasonView> reasons() {
        return rules.current().content().stream().map(rule -> view(rule, null)).toList();
    }

    private static ExclusionReasonView view(ExclusionRule rule, @Nullable Instant until) {
        return new ExclusionReasonView(rule.code(), rule.name(), rule.basis(), sorted(rule.rates()), until);
    }

    private static List<RateKind> sorted(Set<RateKind> rates) {
        return rates.stream().sorted().toList();
    }

    /** Newest first. */
    Page<ExclusionView> page(Actor actor, Wanted wanted, @Nullable String cursor, int limit) {
        Field<UUID[]> parties =
                DSL.field(DSL.select(DSL.arrayAgg(PART.UNIT_ID)).from(PART).where(PART.TICKET_ID.eq(TICKET_.ID)));
        List<Found> rows = sql.select(EXCLUSION.asterisk(), TICKET_.NUMBER, TICKET_.MATTER_CODE, TICKET_.AREA_KEY)
                .select(parties)
                .from(EXCLUSION)
                .join(TICKET_)
                .on(TICKET_.ID.eq(EXCLUSION.TICKET_ID))
                .where(ReachQueries.of(actor), mine(actor), narrowed(wanted))
                .and(cursor == null ? DSL.noCondition() : EXCLUSION.ID.lt(Page.cursorId(cursor)))
                .orderBy(EXCLUSION.ID.desc())
                .limit(limit + 1)
                .fetch(row -> found(row, row.get(parties)));
        Page<Found> page = Page.cut(rows, limit, each -> each.exclusion().id());
        return new Page<>(views(page.items(), actor), page.next());
    }

    private static Condition mine(Actor actor) {
        UUID unit = actor.unitId();
        if (ExclusionSteps.reviews(actor)) {
            return DSL.noCondition();
        }
        return unit == null ? DSL.falseCondition() : EXCLUSION.UNIT_ID.eq(unit);
    }

    private static Condition narrowed(Wanted wanted) {
        ExclusionState status = wanted.status();
        return DSL.and(
                status == null ? DSL.noCondition() : EXCLUSION.STATE.eq(status.name()),
                wanted.unit() == null ? DSL.noCondition() : EXCLUSION.UNIT_ID.eq(wanted.unit()),
                wanted.reason() == null ? DSL.noCondition() : EXCLUSION.REASON_CODE.eq(wanted.reason()));
    }

    private static Found found(Record row, UUID @Nullable [] parties) {
        Exclusion exclusion = ExclusionRepository.exclusion(row.into(EXCLUSION));
        Subject ticket = new Subject(
                exclusion.ticketId(),
                row.get(TICKET_.NUMBER),
                row.get(TICKET_.AREA_KEY),
                null,
                parties == null ? Set.of() : Set.copyOf(List.of(parties)),
                null,
                1);
        return new Found(exclusion, ticket, row.get(TICKET_.MATTER_CODE));
    }

    private List<ExclusionView> views(List<Found> found, Actor actor) {
        Map<UUID, List<StoredFile>> evidence = found.isEmpty()
                ? Map.of()
                : steps.evidence(found.stream()
                        .map(each -> each.exclusion().evidenceId())
                        .toList());
        Map<UUID, ExclusionStepRecord> grants = repository.grants(
                found.stream().map(each -> each.exclusion().id()).toList());
        return found.stream()
                .map(each -> view(
                        each,
                        evidence.getOrDefault(each.exclusion().evidenceId(), List.of()),
                        grants.get(each.exclusion().id()),
                        actor))
                .toList();
    }

    private ExclusionView view(
            Found found, List<StoredFile> evidence, @Nullable ExclusionStepRecord grant, Actor actor) {
        Exclusion each = found.exclusion();
        Subject ticket = found.ticket();
        return new ExclusionView(
                each.id(),
                each.ticketId(),
                ticket.number(),
                names.matter(found.matter()),
                names.area(ticket.areaKey()),
                each.state(),
                each.unitId(),
                String.valueOf(names.unitName(each.unitId())),
                each.reasonCode(),
                each.reasonName(),
                each.basis(),
                sorted(each.rates()),
                each.words(),
                EvidenceView.of(evidence),
                each.appliedAt(),
                grant == null ? each.decidedAt() : grant.getAt(),
                names.unitName(grant == null ? each.decidedUnitId() : grant.getUnitId()),
                grant == null ? each.decidedWords() : grant.getWords(),
                revocation(each),
                ExclusionLife.allowed(each.state(), rules.parties(actor, each.unitId(), ticket)),
                each.version());
    }

    private @Nullable RevocationView revocation(Exclusion each) {
        Instant at = each.decidedAt();
        return at == null || each.state() != ExclusionState.REVOKED
                ? null
                : new RevocationView(at, names.unitName(each.decidedUnitId()), each.decidedWords());
    }
}
