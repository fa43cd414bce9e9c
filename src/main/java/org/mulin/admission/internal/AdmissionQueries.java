package org.mulin.admission.internal;

import static org.jooq.impl.DSL.noCondition;
import static org.mulin.admission.internal.db.Tables.HISTORY;
import static org.mulin.admission.internal.db.Tables.REQUEST;
import static org.mulin.admission.internal.db.Tables.VOICE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.admission.internal.AdmissionViews.AdmissionRequestRow;
import org.mulin.admission.internal.AdmissionViews.AdmissionRequestView;
import org.mulin.admission.internal.AdmissionViews.AdmissionStepView;
import org.mulin.admission.internal.AdmissionViews.AdmissionTermsView;
import org.mulin.admission.internal.AdmissionViews.VoiceView;
import org.mulin.admission.internal.db.tables.records.HistoryRecord;
import org.mulin.admission.internal.db.tables.records.RequestRecord;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Amendment;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** Requests as applicants, communities, streets and counties read them; every finder takes the actor. */
@Repository
class AdmissionQueries {
    private final DSLContext sql;
    private final AdmissionReachQueries reach;
    private final AdmissionRepository repository;
    private final Positions positions;
    private final Listing listing;
    private final Accounts accounts;
    private final Policy policy;

    AdmissionQueries(
            DSLContext sql,
            AdmissionReachQueries reach,
            AdmissionRepository repository,
            Positions positions,
            Listing listing,
            Accounts accounts,
            Policy policy) {
        this.sql = sql;
        this.reach = reach;
        this.repository = repository;
        this.positions = positions;
        this.listing = listing;
        this.accounts = accounts;
        this.policy = policy;
    }

    /** @param mine only the own unit's */
    record RequestFilter(
            @Nullable AdmissionStatus status, @Nullable ItemKind kind, boolean mine) {}

    /** Newest first. */
    Page<AdmissionRequestRow> page(Actor actor, RequestFilter filter, @Nullable String cursor, int limit) {
        actor.require(AdmissionRights.READ);
        AdmissionStatus status = filter.status();
        ItemKind kind = filter.kind();
        List<AdmissionRequestRow> found = sql
                .selectFrom(REQUEST)
                .where(reach.requests(actor))
                .and(status == null ? noCondition() : REQUEST.STATUS.eq(status.name()))
                .and(kind == null ? noCondition() : REQUEST.KIND.eq(kind.name()))
                .and(filter.mine() ? REQUEST.UNIT_ID.eq(actor.unitId()) : noCondition())
                .and(cursor == null ? noCondition() : REQUEST.ID.lt(Page.cursorId(cursor)))
                .orderBy(REQUEST.ID.desc())
                .limit(limit + 1)
                .fetch()
                .stream()
                .map(row -> row(row, repository.read(row), actor))
                .toList();
        return Page.cut(found, limit, AdmissionRequestRow::id);
    }

    private AdmissionRequestRow row(RequestRecord row, AdmissionRequest request, Actor actor) {
        List<AdmissionActionKind> allowed = AdmissionWorkflow.allowed(request, positions.roles(actor, request));
        return new AdmissionRequestRow(
                request.id(),
                request.number(),
                request.terms().kind(),
                request.terms().title(),
                request.status(),
                request.round(),
                positions.unitName(request.unitId()),
                positions.areaName(request.areaKey()),
                request.voices().size(),
                (int) request.voices().stream().filter(voice -> !voice.isOpen()).count(),
                (int) request.vetoes(),
                request.votingUntil(),
                request.terms().to(),
                row.getCreatedAt(),
                allowed.stream().anyMatch(kind -> kind != AdmissionActionKind.WITHDRAW));
    }

    /** @throws Absent when there is none, or none for this actor */
    AdmissionRequestView view(UUID id, Actor actor) {
        RequestRecord row = sql.selectFrom(REQUEST)
                .where(REQUEST.ID.eq(id), reach.requests(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        AdmissionRequest request = repository.read(row);
        UUID draftId = row.getDraftId();
        Amendment amendment =
                draftId == null ? null : listing.find(List.of(draftId)).get(draftId);
        return new AdmissionRequestView(
                row(row, request, actor),
                terms(request.terms()),
                policy.setting(AdmissionSettings.VETO_PERCENT),
                voices(id),
                history(id),
                draftId,
                amendment == null ? null : amendment.version(),
                amendment != null && amendment.waiting(),
                AdmissionWorkflow.allowed(request, positions.roles(actor, request)),
                request.version());
    }

    private static AdmissionTermsView terms(AdmissionTerms terms) {
        return new AdmissionTermsView(
                terms.kind(),
                terms.title(),
                terms.about(),
                terms.basis(),
                terms.times(),
                terms.per(),
                terms.hours(),
                terms.hoursInAYear(),
                terms.moneyYuan(),
                terms.people(),
                terms.facilities(),
                terms.costYuan(),
                terms.overlaps(),
                terms.overlapReason(),
                terms.from(),
                terms.to());
    }

    /** Of every round, the last first. */
    private List<VoiceView> voices(UUID id) {
        return sql.selectFrom(VOICE)
                .where(VOICE.REQUEST_ID.eq(id))
                .orderBy(VOICE.ROUND.desc(), VOICE.AREA_KEY, VOICE.UNIT_ID)
                .fetch(voice -> new VoiceView(
                        voice.getUnitId(),
                        positions.unitName(voice.getUnitId()),
                        voice.getRound(),
                        voice.getVeto(),
                        voice.getWords(),
                        voice.getVotedAt()));
    }

    private List<AdmissionStepView> history(UUID id) {
        List<HistoryRecord> steps = sql.selectFrom(HISTORY)
                .where(HISTORY.REQUEST_ID.eq(id))
                .orderBy(HISTORY.NUMBER)
                .fetch();
        Map<UUID, String> people = accounts.displayNames(
                steps.stream().map(HistoryRecord::getActorId).collect(Collectors.toSet()));
        return steps.stream()
                .map(step -> new AdmissionStepView(
                        step.getAt(),
                        Texts.here(Said.of(
                                AdmissionActionKind.valueOf(step.getAction()).textCode())),
                        Actor.shown(step.getActorId(), people.getOrDefault(step.getActorId(), Actor.SYSTEM.name())),
                        positions.unitName(step.getUnitId()),
                        AdmissionStatus.valueOf(step.getToStatus()),
                        step.getWords()))
                .toList();
    }

    /** Which lines of the list came by a request: the request's id by its number. */
    Map<String, UUID> byNumber(Collection<String> codes) {
        return sql.select(REQUEST.NUMBER, REQUEST.ID)
                .from(REQUEST)
                .where(REQUEST.NUMBER.in(codes))
                .fetchMap(REQUEST.NUMBER, REQUEST.ID);
    }
}
