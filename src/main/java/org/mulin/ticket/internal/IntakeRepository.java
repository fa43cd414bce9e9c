package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.DAY_NUMBER;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Sealing;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.db.tables.records.AppealRecord;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Point;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;

/** Writes new appeals and their tickets, many rows at a time. */
@Repository
class IntakeRepository {
    private static final int EXCERPT_MAX = 80;

    private final DSLContext sql;
    private final Sealing sealing;
    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final Alarms alarms;

    IntakeRepository(
            DSLContext sql, Sealing sealing, TicketRepository tickets, DecisionRepository decisions, Alarms alarms) {
        this.sql = sql;
        this.sealing = sealing;
        this.tickets = tickets;
        this.decisions = decisions;
        this.alarms = alarms;
    }

    /** What this channel has brought before of these external ids. */
    Map<String, Text> known(Channel channel, Set<String> externalIds) {
        return externalIds.isEmpty()
                ? Map.of()
                : sql.select(APPEAL.EXTERNAL_ID, APPEAL.SUBJECT, APPEAL.WORDS)
                        .from(APPEAL)
                        .where(APPEAL.CHANNEL.eq(channel.name()), APPEAL.EXTERNAL_ID.in(externalIds))
                        .fetchMap(APPEAL.EXTERNAL_ID, row -> new Text(row.value2(), row.value3()));
    }

    /**
     * The next numbers of a day, without gaps. The day's row stays locked until the caller's transaction ends, so this
     * comes after all thinking and just before the inserts.
     */
    List<String> numbers(LocalDate day, int count) {
        int last = sql.insertInto(DAY_NUMBER)
                .set(DAY_NUMBER.DAY, day)
                .set(DAY_NUMBER.LAST, count)
                .onConflict(DAY_NUMBER.DAY)
                .doUpdate()
                .set(DAY_NUMBER.LAST, DAY_NUMBER.LAST.plus(count))
                .returning(DAY_NUMBER.LAST)
                .fetchSingle()
                .getLast();
        List<String> numbers = new ArrayList<>();
        for (int number = last - count + 1; number <= last; number++) {
            numbers.add(day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + "%06d".formatted(number));
        }
        return numbers;
    }

    void insert(List<Registration> all) {
        sql.insertInto(TICKET_, TICKET_.fields())
                .valuesOfRecords(all.stream().map(this::ticketRow).toList())
                .execute();
        sql.insertInto(APPEAL, APPEAL.fields())
                .valuesOfRecords(all.stream()
                        .map(each -> appealRow(
                                each.appeal(),
                                each.appealId(),
                                each.ticket().id(),
                                each.queryCode(),
                                each.history().getFirst().at()))
                        .toList())
                .execute();
        tickets.insertParts(all.stream()
                .collect(Collectors.toMap(
                        each -> each.ticket().id(), each -> each.ticket().parts())));
        tickets.insertHistory(
                all.stream().collect(Collectors.toMap(each -> each.ticket().id(), Registration::history)));
        Map<UUID, StoredDecision> stored = new LinkedHashMap<>();
        all.forEach(each -> stored.put(each.ticket().id(), each.stored()));
        decisions.insert(stored);
    }

    /**
     * One more appeal of a ticket that is there; the step that took it in is written by the caller. What a resident
     * asks is nobody's own report any more.
     */
    void insertJoined(NewAppeal appeal, UUID appealId, UUID ticketId, String queryCode, Instant at) {
        sql.insertInto(APPEAL, APPEAL.fields())
                .valuesOfRecords(appealRow(appeal, appealId, ticketId, queryCode, at))
                .execute();
        sql.update(TICKET_)
                .set(TICKET_.APPEAL_COUNT, TICKET_.APPEAL_COUNT.plus(1))
                .set(TICKET_.CONFIDENTIAL, appeal.confidential() ? DSL.val(true) : TICKET_.CONFIDENTIAL)
                .setNull(TICKET_.OWN_UNIT_IDS)
                .setNull(TICKET_.OWN_AREA_KEY)
                .where(TICKET_.ID.eq(ticketId))
                .execute();
    }

    private TicketRecord ticketRow(Registration registration) {
        NewAppeal appeal = registration.appeal();
        Ticket ticket = registration.ticket();
        Point point = appeal.place().point();
        HistoryEntry last = registration.history().getLast();
        TicketRecord row = new TicketRecord();
        row.setId(ticket.id());
        row.setNumber(ticket.number());
        row.setStatus(ticket.status().name());
        row.setChannel(appeal.channel().name());
        row.setMatterCode(ticket.matterCode());
        row.setUrgency(registration.urgency().name());
        row.setAreaKey(ticket.areaKey());
        row.setPlaced(ticket.placed());
        row.setLon(point == null ? null : point.lon());
        row.setLat(point == null ? null : point.lat());
        row.setPlaceText(placeText(appeal.place()));
        row.setOpenedAt(registration.history().getFirst().at());
        row.setDueAt(ticket.dueAt());
        row.setAlarmAt(alarm(registration, last.at()));
        row.setGivenDueAt(appeal.upstream() == null ? null : appeal.upstream().dueAt());
        row.setRound(ticket.round());
        row.setReopenUntil(ticket.reopenUntil());
        row.setLeadUnitId(ticket.status() == TicketStatus.TRIAGE ? null : ticket.lastLeadUnitId());
        OwnReport own = registration.own();
        row.setOwnUnitIds(own == null ? null : own.unitIds().toArray(UUID[]::new));
        row.setOwnAreaKey(own == null ? null : own.areaKey());
        row.setExcerpt(excerpt(appeal));
        row.setConfidential(appeal.confidential());
        row.setAppealCount(1);
        row.setUpdatedAt(last.at());
        row.setVersion(ticket.version());
        return row;
    }

    /** What was late before it came in is seen in the lists; nobody is told of thousands at once. */
    private @Nullable Instant alarm(Registration registration, Instant now) {
        Instant dueAt = registration.ticket().dueAt();
        boolean lateBefore = registration.appeal().upstream() != null && dueAt != null && !dueAt.isAfter(now);
        return lateBefore ? null : alarms.first(registration.ticket(), now);
    }

    private AppealRecord appealRow(NewAppeal appeal, UUID appealId, UUID ticketId, String queryCode, Instant at) {
        String phone = appeal.contactPhone();
        Reporter reporter = appeal.reporter();
        AppealRecord row = new AppealRecord();
        row.setId(appealId);
        row.setTicketId(ticketId);
        row.setChannel(appeal.channel().name());
        row.setExternalId(appeal.externalId());
        row.setAuthorId(appeal.authorId());
        row.setReporterId(reporter == null ? null : reporter.accountId());
        row.setReporterUnitId(reporter == null ? null : reporter.unitId());
        row.setConsent(
                reporter == null || reporter.consent() == null
                        ? null
                        : reporter.consent().name());
        row.setSubject(appeal.subject());
        row.setWords(appeal.words());
        row.setGrams(Grams.of(appeal.subject(), appeal.words()));
        row.setSubmittedAt(appeal.submittedAt());
        row.setConfidential(appeal.confidential());
        row.setContactNameSealed(sealed(appeal.contactName()));
        row.setContactPhoneSealed(sealed(phone));
        row.setContactPhoneIndex(phone == null ? null : sealing.index(Phones.plain(phone)));
        row.setPublicAt(appeal.open() ? at : null);
        row.setChosenMatterCode(appeal.matterCode());
        row.setQueryCodeSealed(sealing.seal(queryCode));
        row.setQueryCodeIndex(sealing.index(queryCode));
        return row;
    }

    private byte @Nullable [] sealed(@Nullable String plain) {
        return plain == null ? null : sealing.seal(plain);
    }

    private static @Nullable String placeText(GivenPlace place) {
        return place.placeName() == null ? place.text() : place.placeName();
    }

    private static String excerpt(NewAppeal appeal) {
        String whole = (appeal.subject().isBlank() ? appeal.words() : appeal.subject())
                .replaceAll("\\s+", " ")
                .strip();
        return whole.length() <= EXCERPT_MAX
                ? whole
                : whole.substring(
                                0,
                                whole.offsetByCodePoints(
                                        0, Math.min(EXCERPT_MAX / 2, whole.codePointCount(0, whole.length()))))
                        + "…";
    }

    /**
     * The newest of an author's own appeals, newest first. Submissions of one account take turns until each commits,
     * so that none slips past the count.
     */
    List<Instant> filedSince(UUID author, Instant since, int limit) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 11))", DSL.val(author.toString()));
        return sql.select(APPEAL.SUBMITTED_AT)
                .from(APPEAL)
                .where(APPEAL.AUTHOR_ID.eq(author), APPEAL.SUBMITTED_AT.gt(since))
                .orderBy(APPEAL.SUBMITTED_AT.desc())
                .limit(limit)
                .fetch(APPEAL.SUBMITTED_AT);
    }
}
