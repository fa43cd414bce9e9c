package org.mulin.insight.internal.honesty;

import static org.mulin.insight.internal.db.Tables.CLOSURE;
import static org.mulin.insight.internal.db.Tables.CLOSURE_SIGNAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Page;
import org.mulin.insight.internal.db.tables.records.ClosureRecord;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyDetail;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyLine;
import org.mulin.insight.internal.honesty.HonestyViews.OtherClosure;
import org.mulin.insight.internal.honesty.HonestyViews.ProofView;
import org.mulin.insight.internal.honesty.HonestyViews.SignalView;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.Closure;
import org.mulin.ticket.Closures;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.mulin.triage.ReplyKind;
import org.mulin.triage.ReplyReader;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports as reviewers see them: those of their area, the most suspicious first. */
@Repository
class HonestyQueries {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Closures closures;
    private final ReplyReader reader;
    private final Areas areas;
    private final Units units;
    private final Policy policy;
    private final JsonMapper json;

    HonestyQueries(
            DSLContext sql,
            Closures closures,
            ReplyReader reader,
            Areas areas,
            Units units,
            Policy policy,
            JsonMapper json) {
        this.sql = sql;
        this.closures = closures;
        this.reader = reader;
        this.areas = areas;
        this.units = units;
        this.policy = policy;
        this.json = json;
    }

    /** What a list is narrowed to; null: all. */
    record Wanted(
            @Nullable HonestyStatus status,
            @Nullable HonestySignal signal,
            @Nullable UUID unit,
            @Nullable String area) {}

    Page<HonestyLine> page(Actor actor, Wanted wanted, @Nullable String cursor, int limit) {
        List<ClosureRecord> found = sql.selectFrom(CLOSURE)
                .where(HonestyRepository.in(range(actor, wanted.area())), narrowed(wanted), after(cursor))
                .orderBy(CLOSURE.SCORE.desc(), CLOSURE.AT.desc(), CLOSURE.ENTRY_ID.desc())
                .limit(limit + 1)
                .fetch();
        return Page.cut(lines(found, actor), limit, HonestyLine::id);
    }

    private AreaRange range(Actor actor, @Nullable String code) {
        if (code == null) {
            return actor.scope();
        }
        AreaRange range = AreaRange.of(areas.tree().find(code).map(Area::key).orElseThrow(Absent::new));
        if (!actor.scope().contains(range)) {
            throw new Absent();
        }
        return range;
    }

    private Condition narrowed(Wanted wanted) {
        Condition queued = CLOSURE.SCORE.ge(policy.setting(HonestyTable.QUEUE_FROM));
        Condition status = switch (wanted.status()) {
            case WAITING -> queued.and(CLOSURE.VERDICT.isNull());
            case UNSOLVED, SOLVED -> CLOSURE.VERDICT.eq(wanted.status().name());
            case null -> queued.or(CLOSURE.VERDICT.isNotNull());
        };
        HonestySignal signal = wanted.signal();
        return DSL.and(
                status,
                CLOSURE.SCORE.gt(0),
                wanted.unit() == null ? DSL.noCondition() : CLOSURE.UNIT_ID.eq(wanted.unit()),
                signal == null ? DSL.noCondition() : hasSignal(signal));
    }

    static Condition hasSignal(HonestySignal signal) {
        return DSL.exists(DSL.selectOne()
                .from(CLOSURE_SIGNAL)
                .where(CLOSURE_SIGNAL.ENTRY_ID.eq(CLOSURE.ENTRY_ID), CLOSURE_SIGNAL.SIGNAL.eq(signal.name())));
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        var last = CLOSURE.as("last");
        return DSL.row(CLOSURE.SCORE, CLOSURE.AT, CLOSURE.ENTRY_ID)
                .lt(DSL.select(last.SCORE, last.AT, last.ENTRY_ID)
                        .from(last)
                        .where(last.ENTRY_ID.eq(Page.cursorId(cursor))));
    }

    HonestyDetail detail(Actor actor, UUID id) {
        ClosureRecord row = sql.selectFrom(CLOSURE)
                .where(CLOSURE.ENTRY_ID.eq(id), HonestyRepository.in(actor.scope()))
                .fetchOptional()
                .orElseThrow(Absent::new);
        HonestyLine line = lines(List.of(row), actor).getFirst();
        List<UUID> entries = new ArrayList<>(List.of(id));
        suspicions(List.of(id)).getOrDefault(id, List.of()).stream()
                .flatMap(each -> id(each.facts().get(Suspicion.ENTRY)).stream())
                .forEach(entries::add);
        Map<UUID, Closure> told = closures.of(entries);
        Closure closure = Objects.requireNonNull(told.get(id));
        return new HonestyDetail(
                withWords(line, told),
                closure.openedAt(),
                closure.dueAt(),
                closure.asked(),
                closure.words(),
                ReplyKind.valueOf(row.getReplyKind()),
                reader.read(closure.asked(), closure.words()).telling(),
                closures.photos(closure).stream()
                        .map(photo -> new ProofView(photo.fileId(), photo.name()))
                        .toList(),
                row.getVerdictWords(),
                row.getReviewerUnitId() == null ? null : unit(row.getReviewerUnitId()),
                closure.returnable(),
                closure.reopened());
    }

    private static HonestyLine withWords(HonestyLine line, Map<UUID, Closure> told) {
        Map<UUID, String> words = told.values().stream()
                .collect(Collectors.toMap(Closure::ticketId, Closure::words, (one, other) -> one));
        List<SignalView> signals = line.signals().stream()
                .map(each -> each.other() == null
                        ? each
                        : new SignalView(
                                each.signal(),
                                each.weight(),
                                each.amount(),
                                new OtherClosure(
                                        each.other().ticketId(),
                                        each.other().number(),
                                        each.other().unit(),
                                        each.other().at(),
                                        words.get(each.other().ticketId())),
                                each.photoId(),
                                each.otherPhotoId()))
                .toList();
        return new HonestyLine(
                line.id(),
                line.ticketId(),
                line.number(),
                line.matter(),
                line.area(),
                line.unitId(),
                line.unit(),
                line.at(),
                line.score(),
                signals,
                line.verdict(),
                line.reviewedAt(),
                line.sentBack(),
                line.version());
    }

    private List<HonestyLine> lines(List<ClosureRecord> rows, Actor actor) {
        Map<UUID, List<Suspicion>> suspicions =
                suspicions(rows.stream().map(ClosureRecord::getEntryId).toList());
        Map<UUID, OtherClosure> others = others(
                suspicions.values().stream()
                        .flatMap(List::stream)
                        .map(each -> each.facts().get(Suspicion.ENTRY))
                        .filter(Objects::nonNull)
                        .map(UUID::fromString)
                        .toList(),
                actor);
        return rows.stream()
                .map(row -> line(row, suspicions.getOrDefault(row.getEntryId(), List.of()), others))
                .toList();
    }

    private Map<UUID, List<Suspicion>> suspicions(List<UUID> entries) {
        return entries.isEmpty()
                ? Map.of()
                : sql.selectFrom(CLOSURE_SIGNAL)
                        .where(CLOSURE_SIGNAL.ENTRY_ID.in(entries))
                        .fetchGroups(
                                CLOSURE_SIGNAL.ENTRY_ID,
                                row -> new Suspicion(
                                        HonestySignal.valueOf(row.getSignal()),
                                        row.getWeight(),
                                        json.readValue(row.getFacts().data(), FACTS)));
    }

    /** Of other areas nothing is told but that they exist. */
    private Map<UUID, OtherClosure> others(List<UUID> entries, Actor actor) {
        return entries.isEmpty()
                ? Map.of()
                : sql.selectFrom(CLOSURE)
                        .where(CLOSURE.ENTRY_ID.in(entries), HonestyRepository.in(actor.scope()))
                        .fetchMap(
                                CLOSURE.ENTRY_ID,
                                row -> new OtherClosure(
                                        row.getTicketId(), row.getNumber(), unit(row.getUnitId()), row.getAt(), null));
    }

    private HonestyLine line(ClosureRecord row, List<Suspicion> suspicions, Map<UUID, OtherClosure> others) {
        String code = row.getMatterCode();
        return new HonestyLine(
                row.getEntryId(),
                row.getTicketId(),
                row.getNumber(),
                code == null
                        ? null
                        : policy.current(MattersTable.class)
                                .content()
                                .find(code)
                                .map(Matter::name)
                                .orElse(code),
                areas.tree().byKey(row.getAreaKey()).map(Area::name).orElse(null),
                row.getUnitId(),
                unit(row.getUnitId()),
                row.getAt(),
                row.getScore(),
                suspicions.stream()
                        .sorted(Comparator.comparing(Suspicion::signal))
                        .map(each -> signal(each, others))
                        .toList(),
                row.getVerdict() == null ? null : HonestyVerdict.valueOf(row.getVerdict()),
                row.getReviewedAt(),
                row.getSentBack(),
                row.getVersion());
    }

    private static SignalView signal(Suspicion suspicion, Map<UUID, OtherClosure> others) {
        Map<String, String> facts = suspicion.facts();
        OtherClosure other = id(facts.get(Suspicion.ENTRY)).map(others::get).orElse(null);
        return new SignalView(
                suspicion.signal(),
                suspicion.weight(),
                amount(facts.get(Suspicion.AMOUNT)),
                other,
                id(facts.get(Suspicion.PHOTO)).orElse(null),
                other == null ? null : id(facts.get(Suspicion.OTHER_PHOTO)).orElse(null));
    }

    private static @Nullable Double amount(@Nullable String written) {
        return written == null || written.isEmpty() || !Character.isDigit(written.charAt(0))
                ? null
                : Double.valueOf(written);
    }

    private static Optional<UUID> id(@Nullable String written) {
        return Optional.ofNullable(written).map(UUID::fromString);
    }

    private String unit(UUID id) {
        return Optional.of(units.byId(id)).map(Unit::name).orElse("");
    }
}
