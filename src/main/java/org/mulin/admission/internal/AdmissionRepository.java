package org.mulin.admission.internal;

import static org.mulin.admission.internal.db.Tables.HISTORY;
import static org.mulin.admission.internal.db.Tables.REQUEST;
import static org.mulin.admission.internal.db.Tables.VOICE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.AdmissionRequest.Voice;
import org.mulin.admission.internal.AdmissionWorkflow.Applied;
import org.mulin.admission.internal.db.Sequences;
import org.mulin.admission.internal.db.tables.records.RequestRecord;
import org.mulin.admission.internal.db.tables.records.VoiceRecord;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.springframework.stereotype.Repository;

/** Reads a request for a step, and writes what the step made of it; who steps holds the request until the commit. */
@Repository
class AdmissionRepository {
    private final DSLContext sql;
    private final AdmissionReachQueries reach;
    private final Listing listing;

    AdmissionRepository(DSLContext sql, AdmissionReachQueries reach, Listing listing) {
        this.sql = sql;
        this.reach = reach;
        this.listing = listing;
    }

    /** Human number, and code of the line that the list may get: {@code ZR2026-0007}. */
    String nextNumber(int year) {
        return "ZR%d-%04d".formatted(year, sql.nextval(Sequences.REQUEST_NUMBER));
    }

    /** @throws Absent when there is none, or none for this actor */
    AdmissionRequest find(UUID id, Actor actor) {
        return read(sql.selectFrom(REQUEST)
                .where(REQUEST.ID.eq(id), reach.requests(actor))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Absent::new));
    }

    /** Votings whose time is over; what another node works at is left to it. */
    List<AdmissionRequest> votingOver(Instant now, int limit) {
        return due(REQUEST.STATUS.eq(AdmissionStatus.VOTING.name()).and(REQUEST.VOTING_UNTIL.le(now)), limit);
    }

    /** Admitted, and past the last day. */
    List<AdmissionRequest> ended(LocalDate today, int limit) {
        return due(REQUEST.STATUS.eq(AdmissionStatus.ACCEPTED.name()).and(REQUEST.TO_DAY.lt(today)), limit);
    }

    private List<AdmissionRequest> due(Condition which, int limit) {
        return sql
                .selectFrom(REQUEST)
                .where(which)
                .orderBy(REQUEST.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch()
                .stream()
                .map(this::read)
                .toList();
    }

    AdmissionRequest read(RequestRecord row) {
        List<Voice> voices = sql.selectFrom(VOICE)
                .where(VOICE.REQUEST_ID.eq(row.getId()), VOICE.ROUND.eq(row.getRound()))
                .orderBy(VOICE.AREA_KEY, VOICE.UNIT_ID)
                .fetch(voice -> new Voice(voice.getUnitId(), voice.getAreaKey(), voice.getVeto()));
        UUID draft = row.getDraftId();
        boolean listed =
                draft != null && listing.find(List.of(draft)).values().stream().noneMatch(each -> each.isOff());
        return new AdmissionRequest(
                row.getId(),
                row.getNumber(),
                terms(row),
                AdmissionStatus.valueOf(row.getStatus()),
                row.getRound(),
                row.getVotingUntil(),
                voices,
                row.getThroughStreet(),
                listed,
                row.getUnitId(),
                row.getAreaKey(),
                row.getVersion());
    }

    private static AdmissionTerms terms(RequestRecord row) {
        return new AdmissionTerms(
                ItemKind.valueOf(row.getKind()),
                row.getTitle(),
                row.getAbout(),
                row.getBasis(),
                row.getTimes(),
                Per.valueOf(row.getPer()),
                row.getHours(),
                row.getMoneyYuan(),
                row.getPeople(),
                row.getFacilities(),
                row.getCostYuan(),
                List.of(row.getOverlapping()),
                row.getOverlapReason(),
                row.getFromDay(),
                row.getToDay());
    }

    List<String> areaCodes(UUID id) {
        return List.of(sql.select(REQUEST.AREA_CODES)
                .from(REQUEST)
                .where(REQUEST.ID.eq(id))
                .fetchSingle(REQUEST.AREA_CODES));
    }

    void insert(Applied applied, List<String> areaCodes, Actor actor, Instant now) {
        AdmissionRequest request = applied.request();
        RequestRecord row = sql.newRecord(REQUEST);
        row.setId(request.id());
        row.setNumber(request.number());
        row.setAreaCodes(areaCodes.toArray(String[]::new));
        row.setAreaKey(request.areaKey());
        row.setThroughStreet(request.throughStreet());
        row.setUnitId(request.unitId());
        row.setApplicantId(actor.accountId());
        row.setCreatedAt(now);
        fill(row, request);
        row.insert();
        insertVoices(request);
        insertHistory(applied, actor, now);
    }

    private static void fill(RequestRecord row, AdmissionRequest request) {
        AdmissionTerms terms = request.terms();
        row.setKind(terms.kind().name());
        row.setTitle(terms.title());
        row.setAbout(terms.about());
        row.setBasis(terms.basis());
        row.setTimes(terms.times());
        row.setPer(terms.per().name());
        row.setHours(hours(terms.hours()));
        row.setMoneyYuan(terms.moneyYuan());
        row.setPeople(terms.people());
        row.setFacilities(terms.facilities());
        row.setCostYuan(terms.costYuan());
        row.setOverlapping(terms.overlaps().toArray(String[]::new));
        row.setOverlapReason(terms.overlapReason());
        row.setFromDay(terms.from());
        row.setToDay(terms.to());
        row.setStatus(request.status().name());
        row.setRound(request.round());
        row.setVotingUntil(request.votingUntil());
        row.setVersion(request.version());
    }

    private static BigDecimal hours(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_UP);
    }

    private void insertVoices(AdmissionRequest request) {
        List<VoiceRecord> rows = request.voices().stream()
                .map(voice -> new VoiceRecord(
                        request.id(), request.round(), voice.unitId(), voice.areaKey(), null, "", null, null))
                .toList();
        sql.insertInto(VOICE, VOICE.fields()).valuesOfRecords(rows).execute();
    }

    /** State, voices and history together; the row was locked when it was read. */
    void save(Applied applied, AdmissionAction action, Actor actor, Instant now) {
        AdmissionRequest request = applied.request();
        RequestRecord row = sql.fetchSingle(REQUEST, REQUEST.ID.eq(request.id()));
        fill(row, request);
        row.update();
        if (action instanceof AdmissionAction.Vote vote) {
            sql.update(VOICE)
                    .set(VOICE.VETO, vote.veto())
                    .set(VOICE.WORDS, vote.words())
                    .set(VOICE.VOTED_AT, now)
                    .set(VOICE.VOTER_ID, actor.accountId())
                    .where(
                            VOICE.REQUEST_ID.eq(request.id()),
                            VOICE.ROUND.eq(request.round()),
                            VOICE.UNIT_ID.eq(vote.unitId()))
                    .execute();
        } else if (action instanceof AdmissionAction.Resubmit) {
            insertVoices(request);
        }
        insertHistory(applied, actor, now);
    }

    void keepDraft(UUID requestId, UUID draftId) {
        sql.update(REQUEST)
                .set(REQUEST.DRAFT_ID, draftId)
                .where(REQUEST.ID.eq(requestId))
                .execute();
    }

    private void insertHistory(Applied applied, Actor actor, Instant now) {
        AdmissionWorkflow.Entry entry = applied.entry();
        sql.insertInto(HISTORY)
                .set(HISTORY.ID, Ids.next())
                .set(HISTORY.REQUEST_ID, applied.request().id())
                .set(HISTORY.NUMBER, entry.number())
                .set(HISTORY.AT, now)
                .set(HISTORY.ACTION, entry.action().name())
                .set(HISTORY.ROLE, entry.role().name())
                .set(HISTORY.ACTOR_ID, actor.accountId())
                .set(HISTORY.UNIT_ID, actor.unitId())
                .set(HISTORY.FROM_STATUS, name(entry.from()))
                .set(HISTORY.TO_STATUS, entry.to().name())
                .set(HISTORY.WORDS, entry.words())
                .execute();
    }

    private static @Nullable String name(@Nullable AdmissionStatus status) {
        return status == null ? null : status.name();
    }
}
