package org.mulin.admission.internal;

import static org.jooq.impl.DSL.noCondition;
import static org.mulin.admission.internal.db.Tables.CHORE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.admission.internal.ChoreViews.AskingUnit;
import org.mulin.admission.internal.ChoreViews.ChoreFormView;
import org.mulin.admission.internal.ChoreViews.ChoreKind;
import org.mulin.admission.internal.ChoreViews.ChoreRow;
import org.mulin.admission.internal.db.tables.records.ChoreRecord;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** Chores as those who recorded them and those who oversee the area read them. */
@Repository
class ChoreQueries {
    private final DSLContext sql;
    private final AdmissionReachQueries reach;
    private final Positions positions;
    private final Accounts accounts;
    private final Policy policy;

    ChoreQueries(DSLContext sql, AdmissionReachQueries reach, Positions positions, Accounts accounts, Policy policy) {
        this.sql = sql;
        this.reach = reach;
        this.positions = positions;
        this.accounts = accounts;
        this.policy = policy;
    }

    /** @param from first day, {@code to} last day on which they were done; null: no bound */
    record ChoreFilter(
            @Nullable String kind,
            @Nullable Boolean asked,
            @Nullable UUID forUnitId,
            @Nullable UUID communityId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    ChoreFormView form() {
        return new ChoreFormView(
                policy.current(ChoreKindsTable.class).content().entrySet().stream()
                        .map(kind -> new ChoreKind(kind.getKey(), kind.getValue()))
                        .toList(),
                positions.asking().stream()
                        .map(unit -> new AskingUnit(unit.id(), unit.name()))
                        .toList());
    }

    /** Newest first. */
    Page<ChoreRow> page(Actor actor, ChoreFilter filter, @Nullable String cursor, int limit) {
        actor.require(AdmissionRights.READ);
        List<ChoreRecord> found = sql.selectFrom(CHORE)
                .where(reach.chores(actor), chosen(filter))
                .and(cursor == null ? noCondition() : CHORE.ID.lt(Page.cursorId(cursor)))
                .orderBy(CHORE.ID.desc())
                .limit(limit + 1)
                .fetch();
        return Page.cut(rows(found, actor), limit, ChoreRow::id);
    }

    private static Condition chosen(ChoreFilter filter) {
        Condition chosen = filter.kind() == null ? noCondition() : CHORE.KIND.eq(filter.kind());
        if (filter.asked() != null) {
            chosen = chosen.and(filter.asked() ? CHORE.FOR_UNIT_ID.isNotNull() : CHORE.FOR_UNIT_ID.isNull());
        }
        if (filter.forUnitId() != null) {
            chosen = chosen.and(CHORE.FOR_UNIT_ID.eq(filter.forUnitId()));
        }
        if (filter.communityId() != null) {
            chosen = chosen.and(CHORE.UNIT_ID.eq(filter.communityId()));
        }
        if (filter.from() != null) {
            chosen = chosen.and(CHORE.DAY.ge(filter.from()));
        }
        return filter.to() == null ? chosen : chosen.and(CHORE.DAY.le(filter.to()));
    }

    /** @throws Absent when there is none, or none for this actor */
    ChoreRow view(UUID id, Actor actor) {
        ChoreRecord row = sql.selectFrom(CHORE)
                .where(CHORE.ID.eq(id), reach.chores(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        return rows(List.of(row), actor).getFirst();
    }

    private List<ChoreRow> rows(List<ChoreRecord> found, Actor actor) {
        Set<UUID> recorders = found.stream().map(ChoreRecord::getRecorderId).collect(Collectors.toSet());
        Map<UUID, String> people = accounts.displayNames(recorders);
        Map<String, String> kinds = policy.current(ChoreKindsTable.class).content();
        return found.stream()
                .map(row -> new ChoreRow(
                        row.getId(),
                        kinds.getOrDefault(row.getKind(), row.getKind()),
                        row.getHours(),
                        ForWhom.valueOf(row.getForWhom()),
                        row.getForUnitId() == null ? null : positions.unitName(row.getForUnitId()),
                        row.getWords(),
                        row.getDay(),
                        positions.unitName(row.getUnitId()),
                        people.getOrDefault(row.getRecorderId(), ""),
                        row.getCancelledAt() != null,
                        row.getCancelledAt() == null && row.getRecorderId().equals(actor.accountId()),
                        row.getVersion()))
                .toList();
    }
}
