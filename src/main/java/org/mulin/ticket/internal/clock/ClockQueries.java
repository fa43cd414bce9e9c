package org.mulin.ticket.internal.clock;

import static org.mulin.ticket.internal.db.Tables.DEFERRAL;
import static org.mulin.ticket.internal.db.Tables.DEFERRAL_STEP;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Texts;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.clock.ClockViews.AskView;
import org.mulin.ticket.internal.clock.ClockViews.ClockView;
import org.mulin.ticket.internal.clock.ClockViews.DeferralPage;
import org.mulin.ticket.internal.clock.ClockViews.DeferralRow;
import org.mulin.ticket.internal.clock.ClockViews.DeferralView;
import org.mulin.ticket.internal.clock.ClockViews.EscalationView;
import org.mulin.ticket.internal.clock.ClockViews.ProofStep;
import org.mulin.ticket.internal.clock.ClockViews.TriedView;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.springframework.stereotype.Repository;

/** Clocks as staff see them. */
@Repository
class ClockQueries {
    private static final int PAGE_ROWS = 20;
    private static final List<String> OPEN = List.of("ASKED", "RUNNING", "REVIEW");

    private final DSLContext sql;
    private final ClockSteps steps;
    private final DeferralRepository deferrals;
    private final EscalationRepository escalations;
    private final Reckonings reckonings;
    private final ClockRules rules;
    private final Supervisions supervisions;
    private final Names names;
    private final Clock clock;

    ClockQueries(
            DSLContext sql,
            ClockSteps steps,
            DeferralRepository deferrals,
            EscalationRepository escalations,
            Reckonings reckonings,
            ClockRules rules,
            Supervisions supervisions,
            Names names,
            Clock clock) {
        this.sql = sql;
        this.steps = steps;
        this.deferrals = deferrals;
        this.escalations = escalations;
        this.reckonings = reckonings;
        this.rules = rules;
        this.supervisions = supervisions;
        this.names = names;
        this.clock = clock;
    }

    ClockView view(UUID ticketId, Actor actor) {
        Clocked ticket = steps.find(ticketId, actor);
        Instant now = clock.instant();
        TicketRecord row = sql.selectFrom(TICKET_)
                .where(TICKET_.ID.eq(ticketId), ReachQueries.of(actor))
                .fetchSingle();
        List<Deferral> asked = deferrals.ofTicket(ticketId);
        Optional<Reckonings.Basis> basis = reckonings.basis(ticketId);
        Deadline proof = basis.map(each -> reckonings.asDecided(each, asked))
                .filter(each -> isKept(each.at(), ticket.dueAt()))
                .orElse(null);
        return new ClockView(
                ticketId,
                ticket.number(),
                names.unitName(ticket.leadUnitId()),
                proof == null ? null : basis.map(Reckonings.Basis::start).orElse(null),
                proof == null ? null : said(proof.limit()),
                ticket.dueAt(),
                row.getPausedUntil(),
                ticket.leadUnitId() != null
                        && ticket.dueAt() != null
                        && ticket.dueAt().isBefore(now),
                proof == null ? List.of() : proof(proof),
                views(asked, actor, names.hidesWords(actor, row.getConfidential())),
                escalations.ofTicket(ticketId).stream()
                        .map(each -> escalation(each, now))
                        .toList(),
                mayAsk(actor, ticket, asked, basis.orElse(null), now),
                supervisions.maySupervise(actor, ticketId),
                now,
                ticket.version());
    }

    /** The database keeps microseconds. */
    private static boolean isKept(Instant reckoned, @Nullable Instant kept) {
        return kept != null && Duration.between(kept, reckoned).abs().toMillis() == 0;
    }

    private static List<ProofStep> proof(Deadline deadline) {
        return deadline.steps().stream()
                .map(step -> new ProofStep(step.date(), step.kind(), Texts.here(step.said())))
                .toList();
    }

    private static String said(Limit limit) {
        return Texts.here(limit.said());
    }

    /** @param hidden what others asked for and why is not for this reader */
    private List<DeferralView> views(List<Deferral> asked, Actor actor, boolean hidden) {
        Map<UUID, String> words = sql.select(DEFERRAL_STEP.DEFERRAL_ID, DEFERRAL_STEP.WORDS)
                .distinctOn(DEFERRAL_STEP.DEFERRAL_ID)
                .from(DEFERRAL_STEP)
                .where(
                        DEFERRAL_STEP.DEFERRAL_ID.in(
                                asked.stream().map(Deferral::id).toList()),
                        DEFERRAL_STEP.WORDS.isNotNull())
                .orderBy(DEFERRAL_STEP.DEFERRAL_ID, DEFERRAL_STEP.NUMBER.desc())
                .fetchMap(DEFERRAL_STEP.DEFERRAL_ID, DEFERRAL_STEP.WORDS);
        Set<UUID> own = asked.stream()
                .filter(each -> each.unitId().equals(actor.unitId()))
                .map(Deferral::id)
                .collect(Collectors.toSet());
        return asked.reversed().stream()
                .map(each -> view(each, words.get(each.id()), actor))
                .map(each -> hidden && !own.contains(each.id()) ? each.withoutWords() : each)
                .toList();
    }

    private DeferralView view(Deferral each, @Nullable String words, Actor actor) {
        Limit extension = each.extension();
        return new DeferralView(
                each.id(),
                each.kind(),
                each.state(),
                String.valueOf(names.unitName(each.unitId())),
                String.valueOf(names.unitName(each.approverId())),
                each.reason(),
                each.plan(),
                extension == null ? null : said(extension),
                each.reviewAt(),
                each.askedAt(),
                each.decidedAt(),
                each.pausedFrom(),
                each.pausedUntil(),
                words,
                DeferralLife.allowed(each.kind(), each.state(), DeferralDecisions.parties(actor, each)),
                each.version());
    }

    private EscalationView escalation(Escalation each, Instant now) {
        return new EscalationView(
                each.cause(),
                each.level(),
                String.valueOf(names.unitName(each.unitId())),
                each.beganAt(),
                said(each.limit()),
                each.dueAt(),
                each.endedAt(),
                each.endedAt() == null && each.dueAt().isBefore(now),
                each.tried().stream()
                        .map(tried -> new TriedView(tried.action(), tried.at()))
                        .toList());
    }

    /** As {@link DeferralService} would answer, so that nobody fills in a form in vain. */
    private List<AskView> mayAsk(
            Actor actor, Clocked ticket, List<Deferral> asked, Reckonings.@Nullable Basis basis, Instant now) {
        UUID unit = ticket.leadUnitId();
        boolean open = asked.stream().anyMatch(Deferral::isOpen);
        boolean mine = actor.has(DeferralService.HANDLE);
        if (unit == null
                || !unit.equals(actor.unitId())
                || !mine
                || open
                || basis == null
                || ticket.dueAt() == null
                || !now.isBefore(ticket.dueAt())) {
            return List.of();
        }
        return Arrays.stream(DeferralKind.values())
                .flatMap(kind -> rules.leave(kind, unit).stream())
                .map(leave -> new AskView(
                        leave.rule().kind(),
                        leave.approver().name(),
                        said(leave.rule().longest()),
                        leave.rule().times_max()
                                - DeferralLimits.used(asked, leave.rule().kind(), basis)))
                .filter(each -> each.left() > 0)
                .toList();
    }

    /**
     * What the actor's unit has to decide about, or has asked for: newest first.
     *
     * @param side {@code approver} or {@code unit}
     * @param open only what is not over
     * @param before id of the last row of the page before
     */
    DeferralPage page(Actor actor, String side, @Nullable DeferralKind kind, boolean open, @Nullable UUID before) {
        List<DeferralRow> rows = sql.select(DEFERRAL.fields())
                .select(TICKET_.NUMBER, TICKET_.MATTER_CODE, TICKET_.DUE_AT)
                .from(DEFERRAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(DEFERRAL.TICKET_ID))
                .where(
                        ReachQueries.of(actor),
                        side(actor, side),
                        kind == null ? DSL.noCondition() : DEFERRAL.KIND.eq(kind.name()),
                        open ? DEFERRAL.STATE.in(OPEN) : DSL.noCondition(),
                        before == null ? DSL.noCondition() : DEFERRAL.ID.lt(before))
                .orderBy(DEFERRAL.ID.desc())
                .limit(PAGE_ROWS + 1)
                .fetch(this::row);
        boolean more = rows.size() > PAGE_ROWS;
        List<DeferralRow> shown = more ? rows.subList(0, PAGE_ROWS) : rows;
        return new DeferralPage(shown, more ? shown.getLast().id().toString() : null);
    }

    private static Condition side(Actor actor, String side) {
        UUID unit = actor.unitId();
        return switch (side) {
            case "approver" -> unit == null ? DSL.falseCondition() : DEFERRAL.APPROVER_ID.eq(unit);
            case "unit" -> unit == null ? DSL.falseCondition() : DEFERRAL.UNIT_ID.eq(unit);
            default -> throw Malformed.of("side", "field-invalid");
        };
    }

    private DeferralRow row(Record row) {
        Deferral each = deferrals.deferral(row.into(DEFERRAL));
        Limit extension = each.extension();
        return new DeferralRow(
                each.id(),
                each.ticketId(),
                row.get(TICKET_.NUMBER),
                names.matter(row.get(TICKET_.MATTER_CODE)),
                each.kind(),
                each.state(),
                String.valueOf(names.unitName(each.unitId())),
                each.reason(),
                extension == null ? null : said(extension),
                each.reviewAt(),
                row.get(TICKET_.DUE_AT),
                each.askedAt());
    }
}
