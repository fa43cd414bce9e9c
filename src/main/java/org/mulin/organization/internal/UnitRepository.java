package org.mulin.organization.internal;

import static org.mulin.organization.internal.db.Tables.APPOINTMENT;
import static org.mulin.organization.internal.db.Tables.POST;
import static org.mulin.organization.internal.db.Tables.UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.mulin.area.AreaTree;
import org.mulin.base.Ids;
import org.mulin.organization.Post;
import org.mulin.organization.PostsTable;
import org.mulin.organization.Unit;
import org.mulin.organization.UnitsTable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class UnitRepository {
    private final DSLContext sql;

    UnitRepository(DSLContext sql) {
        this.sql = sql;
    }

    record Held(UUID postId, LocalDate from) {}

    /**
     * Rows as the entries say: new codes get an id, known ones are updated, what is no longer listed is closed. Lasts,
     * whatever becomes of the caller.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public UnitDirectory follow(List<UnitsTable.Entry> units, List<PostsTable.Entry> posts, AreaTree areas) {
        sql.update(UNIT).set(UNIT.OPEN, false).execute();
        sql.update(POST).set(POST.OPEN, false).execute();
        sql.batch(units.stream()
                        .map(entry -> put(
                                entry,
                                areas.find(entry.areaCode()).orElseThrow().key()))
                        .toList())
                .execute();
        List<Unit> stored = units();
        Map<String, UUID> ids = stored.stream().collect(Collectors.toMap(Unit::code, Unit::id));
        sql.batch(posts.stream()
                        .map(entry -> put(entry, Objects.requireNonNull(ids.get(entry.unitCode()))))
                        .toList())
                .execute();
        return new UnitDirectory(stored, posts());
    }

    private Query put(UnitsTable.Entry entry, String areaKey) {
        return sql.insertInto(UNIT)
                .set(UNIT.ID, Ids.next())
                .set(UNIT.CODE, entry.code())
                .set(UNIT.NAME, entry.name())
                .set(UNIT.KIND, entry.kind())
                .set(UNIT.AREA_KEY, areaKey)
                .set(UNIT.PARENT_CODE, entry.parentCode())
                .set(UNIT.PHONE, entry.phone())
                .set(UNIT.OPEN, true)
                .onConflict(UNIT.CODE)
                .doUpdate()
                .set(UNIT.NAME, entry.name())
                .set(UNIT.KIND, entry.kind())
                .set(UNIT.AREA_KEY, areaKey)
                .set(UNIT.PARENT_CODE, entry.parentCode())
                .set(UNIT.PHONE, entry.phone())
                .set(UNIT.OPEN, true);
    }

    private Query put(PostsTable.Entry entry, UUID unitId) {
        return sql.insertInto(POST)
                .set(POST.ID, Ids.next())
                .set(POST.CODE, entry.code())
                .set(POST.UNIT_ID, unitId)
                .set(POST.TITLE, entry.title())
                .set(POST.ROLE, entry.role())
                .set(POST.OPEN, true)
                .onConflict(POST.CODE)
                .doUpdate()
                .set(POST.UNIT_ID, unitId)
                .set(POST.TITLE, entry.title())
                .set(POST.ROLE, entry.role())
                .set(POST.OPEN, true);
    }

    private List<Unit> units() {
        return sql.selectFrom(UNIT)
                .fetch(row -> new Unit(
                        row.getId(),
                        row.getCode(),
                        row.getName(),
                        row.getKind(),
                        row.getAreaKey(),
                        row.getParentCode(),
                        row.getPhone(),
                        row.getOpen()));
    }

    private List<Post> posts() {
        return sql.selectFrom(POST)
                .fetch(row -> new Post(
                        row.getId(), row.getCode(), row.getUnitId(), row.getTitle(), row.getRole(), row.getOpen()));
    }

    void endAppointments(UUID accountId, LocalDate day) {
        sql.deleteFrom(APPOINTMENT)
                .where(APPOINTMENT.ACCOUNT_ID.eq(accountId), APPOINTMENT.VALID_FROM.ge(day))
                .execute();
        sql.update(APPOINTMENT)
                .set(APPOINTMENT.VALID_TO, day)
                .where(APPOINTMENT.ACCOUNT_ID.eq(accountId), APPOINTMENT.VALID_TO.isNull())
                .execute();
    }

    void appoint(UUID accountId, UUID postId, LocalDate from) {
        sql.insertInto(APPOINTMENT)
                .set(APPOINTMENT.ID, Ids.next())
                .set(APPOINTMENT.ACCOUNT_ID, accountId)
                .set(APPOINTMENT.POST_ID, postId)
                .set(APPOINTMENT.VALID_FROM, from)
                .execute();
    }

    Optional<Held> appointment(UUID accountId, LocalDate day) {
        return sql.select(APPOINTMENT.POST_ID, APPOINTMENT.VALID_FROM)
                .from(APPOINTMENT)
                .where(APPOINTMENT.ACCOUNT_ID.eq(accountId), holds(day))
                .fetchOptional(row -> new Held(row.value1(), row.value2()));
    }

    record Holder(UUID accountId, UUID postId, LocalDate from) {}

    List<Holder> holdersIn(Collection<UUID> unitIds, LocalDate day) {
        return sql.select(APPOINTMENT.ACCOUNT_ID, APPOINTMENT.POST_ID, APPOINTMENT.VALID_FROM)
                .from(POST)
                .join(APPOINTMENT)
                .on(APPOINTMENT.POST_ID.eq(POST.ID))
                .where(POST.UNIT_ID.in(unitIds), holds(day))
                .fetch(row -> new Holder(row.value1(), row.value2(), row.value3()));
    }

    List<Holder> holders(LocalDate day) {
        return sql.select(APPOINTMENT.ACCOUNT_ID, APPOINTMENT.POST_ID, APPOINTMENT.VALID_FROM)
                .from(APPOINTMENT)
                .where(holds(day))
                .fetch(row -> new Holder(row.value1(), row.value2(), row.value3()));
    }

    private static Condition holds(LocalDate day) {
        return APPOINTMENT.VALID_FROM.le(day).and(APPOINTMENT.VALID_TO.isNull().or(APPOINTMENT.VALID_TO.gt(day)));
    }
}
