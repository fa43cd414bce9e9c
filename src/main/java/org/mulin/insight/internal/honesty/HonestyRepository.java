package org.mulin.insight.internal.honesty;

import static org.mulin.insight.internal.db.Tables.CLOSURE;
import static org.mulin.insight.internal.db.Tables.CLOSURE_PHOTO;
import static org.mulin.insight.internal.db.Tables.CLOSURE_SIGNAL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Stale;
import org.mulin.insight.internal.honesty.ClosureCheck.EarlierPhoto;
import org.mulin.insight.internal.honesty.ClosureCheck.EarlierReply;
import org.mulin.insight.internal.honesty.ClosureCheck.SeenPhoto;
import org.mulin.ticket.Closure;
import org.mulin.triage.ReplyKind;
import org.mulin.triage.ReplyPrint;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Checked reports, their signals, and the prints that later reports are held against. */
@Repository
class HonestyRepository {
    /** Of the same unit, and of others in the same matter: whoever copies, copies what lies near. */
    private static final int REPLIES_MAX = 400;

    private static final int PHOTOS_MAX = 200;

    private final DSLContext sql;
    private final JsonMapper json;

    HonestyRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A report as a verdict finds it. */
    record Kept(UUID entryId, UUID ticketId, long version) {}

    boolean isKnown(UUID entryId) {
        return sql.fetchExists(CLOSURE, CLOSURE.ENTRY_ID.eq(entryId));
    }

    List<EarlierReply> repliesBefore(Closure closure) {
        Select<Record4<UUID, UUID, Integer[], Instant>> own = earlier(closure, CLOSURE.UNIT_ID.eq(closure.unitId()));
        var found = closure.matterCode() == null
                ? own.fetch()
                : own.union(earlier(closure, CLOSURE.MATTER_CODE.eq(closure.matterCode())))
                        .fetch();
        return found.map(row -> new EarlierReply(row.value1(), row.value2(), print(row.value3())));
    }

    private Select<Record4<UUID, UUID, Integer[], Instant>> earlier(Closure closure, Condition whose) {
        return sql.select(CLOSURE.ENTRY_ID, CLOSURE.TICKET_ID, CLOSURE.PAIRS, CLOSURE.AT)
                .from(CLOSURE)
                .where(whose, CLOSURE.TICKET_ID.ne(closure.ticketId()), CLOSURE.AT.lt(closure.at()))
                .orderBy(CLOSURE.AT.desc())
                .limit(REPLIES_MAX);
    }

    List<EarlierPhoto> photosLike(Closure closure, List<SeenPhoto> photos) {
        Integer[] bands = photos.stream()
                .map(SeenPhoto::print)
                .filter(Objects::nonNull)
                .flatMap(print -> Stream.of(print.bands()))
                .distinct()
                .toArray(Integer[]::new);
        return bands.length == 0
                ? List.of()
                : sql.select(
                                CLOSURE_PHOTO.FILE_ID,
                                CLOSURE_PHOTO.ENTRY_ID,
                                CLOSURE_PHOTO.TICKET_ID,
                                CLOSURE_PHOTO.ACROSS,
                                CLOSURE_PHOTO.DOWN)
                        .from(CLOSURE_PHOTO)
                        .where(
                                DSL.arrayOverlap(CLOSURE_PHOTO.BANDS, bands),
                                CLOSURE_PHOTO.TICKET_ID.ne(closure.ticketId()))
                        .orderBy(CLOSURE_PHOTO.FILE_ID.desc())
                        .limit(PHOTOS_MAX)
                        .fetch(row -> new EarlierPhoto(
                                row.value1(), row.value2(), row.value3(), new PhotoPrint(row.value4(), row.value5())));
    }

    void insert(Closure closure, ReplyKind kind, ReplyPrint print, List<SeenPhoto> photos, List<Suspicion> found) {
        sql.insertInto(CLOSURE)
                .set(CLOSURE.ENTRY_ID, closure.entryId())
                .set(CLOSURE.TICKET_ID, closure.ticketId())
                .set(CLOSURE.NUMBER, closure.number())
                .set(CLOSURE.UNIT_ID, closure.unitId())
                .set(CLOSURE.AREA_KEY, closure.areaKey())
                .set(CLOSURE.MATTER_CODE, closure.matterCode())
                .set(CLOSURE.AT, closure.at())
                .set(CLOSURE.REPLY_KIND, kind.name())
                .set(CLOSURE.PAIRS, Arrays.stream(print.pairs()).boxed().toArray(Integer[]::new))
                .set(
                        CLOSURE.SCORE,
                        HonestyRules.score(found.stream().map(Suspicion::weight).toList()))
                .set(CLOSURE.SENT_BACK, false)
                .set(CLOSURE.VERSION, 1L)
                .execute();
        List<Query> rows = new ArrayList<>();
        found.forEach(each -> rows.add(inserted(closure.entryId(), each)));
        photos.forEach(photo -> inserted(closure, photo, rows));
        sql.batch(rows).execute();
    }

    private Query inserted(UUID entryId, Suspicion suspicion) {
        return sql.insertInto(CLOSURE_SIGNAL)
                .set(CLOSURE_SIGNAL.ENTRY_ID, entryId)
                .set(CLOSURE_SIGNAL.SIGNAL, suspicion.signal().name())
                .set(CLOSURE_SIGNAL.WEIGHT, suspicion.weight())
                .set(CLOSURE_SIGNAL.FACTS, JSONB.valueOf(json.writeValueAsString(suspicion.facts())))
                .onConflictDoNothing();
    }

    private void inserted(Closure closure, SeenPhoto photo, List<Query> rows) {
        PhotoPrint print = photo.print();
        if (print != null) {
            rows.add(sql.insertInto(CLOSURE_PHOTO)
                    .set(CLOSURE_PHOTO.FILE_ID, photo.photo().fileId())
                    .set(CLOSURE_PHOTO.ENTRY_ID, closure.entryId())
                    .set(CLOSURE_PHOTO.TICKET_ID, closure.ticketId())
                    .set(CLOSURE_PHOTO.ACROSS, print.across())
                    .set(CLOSURE_PHOTO.DOWN, print.down())
                    .set(CLOSURE_PHOTO.BANDS, print.bands()));
        }
    }

    /** A signal that came later; nothing when the report has it already. */
    void add(UUID entryId, Suspicion suspicion) {
        if (sql.execute(inserted(entryId, suspicion)) > 0) {
            sql.update(CLOSURE)
                    .set(
                            CLOSURE.SCORE,
                            DSL.least(DSL.val(HonestyRules.SCORE_MAX), CLOSURE.SCORE.plus(suspicion.weight())))
                    .set(CLOSURE.VERSION, CLOSURE.VERSION.plus(1))
                    .where(CLOSURE.ENTRY_ID.eq(entryId))
                    .execute();
        }
    }

    /** @throws Absent when there is none, or none in this area */
    Kept find(UUID entryId, AreaRange scope) {
        return sql.select(CLOSURE.ENTRY_ID, CLOSURE.TICKET_ID, CLOSURE.VERSION)
                .from(CLOSURE)
                .where(CLOSURE.ENTRY_ID.eq(entryId), in(scope))
                .fetchOptional(row -> new Kept(row.value1(), row.value2(), row.value3()))
                .orElseThrow(Absent::new);
    }

    static Condition in(AreaRange scope) {
        return CLOSURE.AREA_KEY.ge(scope.lo()).and(CLOSURE.AREA_KEY.lt(scope.hi()));
    }

    /** @throws Stale when somebody else was faster */
    void judge(Kept before, HonestyVerdict verdict, String words, Actor reviewer, boolean sentBack, Instant now) {
        int changed = sql.update(CLOSURE)
                .set(CLOSURE.VERDICT, verdict.name())
                .set(CLOSURE.VERDICT_WORDS, words)
                .set(CLOSURE.REVIEWER_ID, reviewer.accountId())
                .set(CLOSURE.REVIEWER_UNIT_ID, reviewer.unitId())
                .set(CLOSURE.REVIEWED_AT, now)
                .set(CLOSURE.SENT_BACK, sentBack ? DSL.val(true) : CLOSURE.SENT_BACK)
                .set(CLOSURE.VERSION, before.version() + 1)
                .where(CLOSURE.ENTRY_ID.eq(before.entryId()), CLOSURE.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new Stale(before.version() + 1);
        }
    }

    private static ReplyPrint print(Integer[] pairs) {
        return new ReplyPrint(Arrays.stream(pairs).mapToInt(Integer::intValue).toArray());
    }
}
