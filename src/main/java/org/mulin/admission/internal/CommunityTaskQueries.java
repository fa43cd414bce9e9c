package org.mulin.admission.internal;

import static org.jooq.impl.DSL.noCondition;
import static org.mulin.admission.internal.db.Tables.HISTORY;
import static org.mulin.admission.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.admission.internal.CommunityTaskViews.CommunityTaskRow;
import org.mulin.admission.internal.CommunityTaskViews.CommunityTaskStepView;
import org.mulin.admission.internal.CommunityTaskViews.CommunityTaskView;
import org.mulin.admission.internal.CommunityTaskViews.SendableCommunity;
import org.mulin.admission.internal.CommunityTaskViews.SendableItem;
import org.mulin.admission.internal.db.tables.records.HistoryRecord;
import org.mulin.admission.internal.db.tables.records.TaskRecord;
import org.mulin.area.Area;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.grid.TaskAdmission.TaskSource;
import org.mulin.organization.Unit;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** Tasks as senders, communities and whoever oversees them read them; every finder takes the actor. */
@Repository
class CommunityTaskQueries {
    private static final List<String> OPEN =
            List.of(CommunityTaskStatus.SENT.name(), CommunityTaskStatus.RECEIVED.name());

    private final DSLContext sql;
    private final AdmissionReachQueries reach;
    private final Positions positions;
    private final Accounts accounts;
    private final Policy policy;
    private final Clock clock;

    CommunityTaskQueries(
            DSLContext sql,
            AdmissionReachQueries reach,
            Positions positions,
            Accounts accounts,
            Policy policy,
            Clock clock) {
        this.sql = sql;
        this.reach = reach;
        this.positions = positions;
        this.accounts = accounts;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param from first day of sending, {@code to} the last; null: no bound */
    record TaskFilter(
            @Nullable CommunityTaskStatus status,
            boolean overdue,
            @Nullable String itemCode,
            @Nullable UUID senderId,
            @Nullable UUID communityId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    List<SendableItem> sendableItems(Actor actor) {
        Unit own = positions.unit(actor);
        return policy.current(AdmissionTable.class).content().inForce(today()).stream()
                .filter(item -> item.isSentBy(own))
                .map(item ->
                        new SendableItem(item.code(), item.name(), item.times(), item.per(), item.hours(), item.to()))
                .toList();
    }

    List<SendableCommunity> sendableCommunities(Actor actor) {
        return positions.communities(actor.scope()).stream()
                .map(unit -> new SendableCommunity(
                        unit.id(),
                        unit.name(),
                        positions.areaCode(unit.areaKey()),
                        positions.street(unit.areaKey()).map(Area::code).orElse(""),
                        positions.street(unit.areaKey()).map(Area::name).orElse("")))
                .toList();
    }

    /** Newest first. */
    Page<CommunityTaskRow> page(Actor actor, TaskFilter filter, @Nullable String cursor, int limit) {
        actor.require(AdmissionRights.READ);
        LocalDate today = today();
        List<CommunityTaskRow> found = sql.selectFrom(TASK)
                .where(reach.tasks(actor), chosen(filter, today))
                .and(cursor == null ? noCondition() : TASK.ID.lt(Page.cursorId(cursor)))
                .orderBy(TASK.ID.desc())
                .limit(limit + 1)
                .fetch(row -> row(row, today));
        return Page.cut(found, limit, CommunityTaskRow::id);
    }

    private static Condition chosen(TaskFilter filter, LocalDate today) {
        Condition chosen = noCondition();
        if (filter.status() != null) {
            chosen = chosen.and(TASK.STATUS.eq(filter.status().name()));
        }
        if (filter.overdue()) {
            chosen = chosen.and(TASK.STATUS.in(OPEN)).and(TASK.DUE_DAY.lt(today));
        }
        if (filter.itemCode() != null) {
            chosen = chosen.and(TASK.ITEM_CODE.eq(filter.itemCode()));
        }
        if (filter.senderId() != null) {
            chosen = chosen.and(TASK.SENDER_UNIT_ID.eq(filter.senderId()));
        }
        if (filter.communityId() != null) {
            chosen = chosen.and(TASK.UNIT_ID.eq(filter.communityId()));
        }
        if (filter.from() != null) {
            chosen = chosen.and(TASK.SENT_DAY.ge(filter.from()));
        }
        return filter.to() == null ? chosen : chosen.and(TASK.SENT_DAY.le(filter.to()));
    }

    private CommunityTaskRow row(TaskRecord row, LocalDate today) {
        return new CommunityTaskRow(
                row.getId(),
                row.getItemCode(),
                row.getItemName(),
                row.getTitle(),
                CommunityTaskStatus.valueOf(row.getStatus()),
                row.getDueDay(),
                OPEN.contains(row.getStatus()) && row.getDueDay().isBefore(today),
                positions.unitName(row.getSenderUnitId()),
                positions.unitName(row.getUnitId()),
                row.getForms(),
                row.getHoursAsked(),
                row.getHoursSpent(),
                row.getCreatedAt());
    }

    /** @throws Absent when there is none, or none for this actor */
    CommunityTaskView view(UUID id, Actor actor) {
        TaskRecord row = sql.selectFrom(TASK)
                .where(TASK.ID.eq(id), reach.tasks(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        var task = new CommunityTask(
                id,
                CommunityTaskStatus.valueOf(row.getStatus()),
                row.getItemName(),
                row.getSenderUnitId(),
                row.getUnitId(),
                row.getVersion());
        String basis = policy.version(AdmissionTable.class, row.getListVersion())
                .content()
                .find(row.getItemCode(), row.getSentDay())
                .map(AdmissionItem::basis)
                .orElse("");
        return new CommunityTaskView(
                row(row, today()),
                row.getWords(),
                row.getListVersion(),
                basis,
                history(id),
                CommunityTaskWorkflow.allowed(task.status(), positions.roles(actor, task)),
                row.getVersion());
    }

    private List<CommunityTaskStepView> history(UUID taskId) {
        List<HistoryRecord> steps = sql.selectFrom(HISTORY)
                .where(HISTORY.TASK_ID.eq(taskId))
                .orderBy(HISTORY.NUMBER)
                .fetch();
        Map<UUID, String> people = accounts.displayNames(
                steps.stream().map(HistoryRecord::getActorId).collect(Collectors.toSet()));
        return steps.stream()
                .map(step -> new CommunityTaskStepView(
                        step.getAt(),
                        Texts.here(Said.of(CommunityTaskActionKind.valueOf(step.getAction())
                                .textCode())),
                        people.getOrDefault(step.getActorId(), ""),
                        positions.unitName(step.getUnitId()),
                        step.getWords()))
                .toList();
    }

    /** What this community is doing, the newest first. */
    List<TaskSource> beingDone(UUID communityId, int limit) {
        return sql.selectFrom(TASK)
                .where(TASK.UNIT_ID.eq(communityId), TASK.STATUS.eq(CommunityTaskStatus.RECEIVED.name()))
                .orderBy(TASK.ID.desc())
                .limit(limit)
                .fetch(row -> new TaskSource(row.getId(), row.getTitle()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policy.city().zone());
    }
}
