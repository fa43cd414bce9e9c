package org.mulin.grid.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.mulin.grid.internal.db.Tables.HISTORY;
import static org.mulin.grid.internal.db.Tables.PART;
import static org.mulin.grid.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.grid.internal.GridTaskViews.AssignableGrid;
import org.mulin.grid.internal.GridTaskViews.GridTaskPartView;
import org.mulin.grid.internal.GridTaskViews.GridTaskRow;
import org.mulin.grid.internal.GridTaskViews.GridTaskView;
import org.mulin.grid.internal.GridTaskViews.TaskKind;
import org.mulin.grid.internal.GridTaskViews.TaskPhoto;
import org.mulin.grid.internal.db.tables.records.HistoryRecord;
import org.mulin.grid.internal.db.tables.records.TaskRecord;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** Tasks as the community's desk reads them; every finder takes the actor. */
@Repository
class GridTaskQueries {
    private static final Field<Integer> FINISHED = field(
            select(count()).from(PART).where(PART.TASK_ID.eq(TASK.ID), PART.STATUS.eq(TaskPartStatus.DONE.name())));

    private final DSLContext sql;
    private final Policy policy;
    private final Areas areas;
    private final Units units;
    private final Accounts accounts;
    private final Files files;
    private final Clock clock;

    GridTaskQueries(
            DSLContext sql, Policy policy, Areas areas, Units units, Accounts accounts, Files files, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.areas = areas;
        this.units = units;
        this.accounts = accounts;
        this.files = files;
        this.clock = clock;
    }

    /** Whoever assigns in an area reaches what was assigned there; the one gate of the desk's queries. */
    static Condition assignedWithin(Actor actor) {
        return actor.has(GridRights.ASSIGN)
                ? TASK.AREA_KEY
                        .ge(actor.scope().lo())
                        .and(TASK.AREA_KEY.lt(actor.scope().hi()))
                : DSL.falseCondition();
    }

    /** A grid's share is reached by whoever works for the grid; the one gate of the worker's queries. */
    static Condition ownPart(Actor actor) {
        return actor.has(GridRights.WORK) && actor.unitId() != null
                ? PART.UNIT_ID.eq(actor.unitId())
                : DSL.falseCondition();
    }

    List<TaskKind> kinds() {
        return policy.current(TaskKindsTable.class).content().entrySet().stream()
                .map(kind -> new TaskKind(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** The grids with a station in the actor's reach, in the order of the territory. */
    List<AssignableGrid> grids(Actor actor) {
        AreaTree tree = areas.tree();
        return units.within(actor.scope()).stream()
                .filter(unit -> unit.kind().equals(Unit.GRID_STATION))
                .flatMap(unit -> tree.byKey(unit.areaKey()).stream())
                .map(grid -> new AssignableGrid(
                        grid.code(),
                        grid.name(),
                        tree.ancestor(grid.key(), AreaLevel.COMMUNITY)
                                .map(Area::name)
                                .orElse("")))
                .toList();
    }

    /** Open ones by the day they are due, all others newest first. */
    Page<GridTaskRow> page(
            Actor actor,
            @Nullable TaskStatus status,
            @Nullable String kind,
            boolean overdue,
            @Nullable String cursor,
            int limit) {
        actor.require(GridRights.ASSIGN);
        boolean byDay = overdue || status == TaskStatus.OPEN;
        LocalDate today = today();
        List<GridTaskRow> found = sql.select(TASK.fields())
                .select(FINISHED)
                .from(TASK)
                .where(assignedWithin(actor))
                .and(status == null ? noCondition() : TASK.STATUS.eq(status.name()))
                .and(overdue ? TASK.STATUS.eq(TaskStatus.OPEN.name()).and(TASK.DUE_DAY.lt(today)) : noCondition())
                .and(kind == null ? noCondition() : TASK.KIND.eq(kind))
                .and(cursor == null ? noCondition() : behind(Page.cursorId(cursor), byDay))
                .orderBy(byDay ? List.of(TASK.DUE_DAY.asc(), TASK.ID.asc()) : List.of(TASK.ID.desc()))
                .limit(limit + 1)
                .fetch(each -> listed(each.into(TASK), each.get(FINISHED), today));
        return Page.cut(found, limit, GridTaskRow::id);
    }

    private static Condition behind(UUID last, boolean byDay) {
        if (!byDay) {
            return TASK.ID.lt(last);
        }
        var ended = TASK.as("ended");
        return row(TASK.DUE_DAY, TASK.ID)
                .gt(select(ended.DUE_DAY, ended.ID).from(ended).where(ended.ID.eq(last)));
    }

    private GridTaskRow listed(TaskRecord row, int done, LocalDate today) {
        return new GridTaskRow(
                row.getId(),
                kindName(row.getKind()),
                row.getTitle(),
                TaskStatus.valueOf(row.getStatus()),
                row.getDueDay(),
                overdue(row, today),
                row.getGrids(),
                done,
                units.byId(row.getUnitId()).name(),
                row.getCreatedAt());
    }

    /** @throws Absent when there is none, or none for this actor */
    GridTaskView view(UUID id, Actor actor) {
        TaskRecord task = sql.selectFrom(TASK)
                .where(TASK.ID.eq(id), assignedWithin(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        List<HistoryRecord> history = sql.selectFrom(HISTORY)
                .where(HISTORY.TASK_ID.eq(id))
                .orderBy(HISTORY.NUMBER)
                .fetch();
        Map<UUID, String> people = accounts.displayNames(
                history.stream().map(HistoryRecord::getActorId).collect(Collectors.toSet()));
        TaskStatus status = TaskStatus.valueOf(task.getStatus());
        return new GridTaskView(
                id,
                kindName(task.getKind()),
                task.getTitle(),
                task.getWords(),
                status,
                task.getDueDay(),
                overdue(task, today()),
                units.byId(task.getUnitId()).name(),
                people.getOrDefault(task.getAssignerId(), ""),
                task.getCreatedAt(),
                parts(id, history, people),
                withdrawnWords(history),
                task.getSourceId(),
                TaskWorkflow.allowed(status, TaskRole.ASSIGNER),
                task.getVersion());
    }

    private List<GridTaskPartView> parts(UUID id, List<HistoryRecord> history, Map<UUID, String> people) {
        Map<UUID, HistoryRecord> results = history.stream()
                .filter(entry -> entry.getPartId() != null)
                .collect(Collectors.toMap(HistoryRecord::getPartId, entry -> entry));
        Map<UUID, List<StoredFile>> photos = files.of(GridTaskService.PHOTO_OWNER, results.keySet());
        return sql.selectFrom(PART)
                .where(PART.TASK_ID.eq(id))
                .orderBy(PART.AREA_KEY)
                .fetch(part -> {
                    HistoryRecord result = results.get(part.getId());
                    return new GridTaskPartView(
                            part.getId(),
                            areas.tree()
                                    .byKey(part.getAreaKey())
                                    .map(Area::name)
                                    .orElse(""),
                            TaskPartStatus.valueOf(part.getStatus()),
                            part.getEndedAt(),
                            result == null ? null : people.get(result.getActorId()),
                            result == null ? null : result.getWords(),
                            TaskPhoto.of(photos.get(part.getId())));
                });
    }

    private static @Nullable String withdrawnWords(List<HistoryRecord> history) {
        return history.stream()
                .filter(entry -> entry.getAction().equals(TaskActionKind.WITHDRAW.name()))
                .map(HistoryRecord::getWords)
                .findFirst()
                .orElse(null);
    }

    /** What a photo of this task belongs to, for whoever may see the task. */
    UUID partOf(UUID taskId, UUID fileId, Actor actor) {
        return view(taskId, actor).parts().stream()
                .filter(part ->
                        part.photos().stream().anyMatch(photo -> photo.id().equals(fileId)))
                .map(GridTaskPartView::id)
                .findFirst()
                .orElseThrow(Absent::new);
    }

    String kindName(String code) {
        return policy.current(TaskKindsTable.class).content().getOrDefault(code, code);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policy.city().zone());
    }

    private static boolean overdue(Record row, LocalDate today) {
        return row.get(TASK.STATUS).equals(TaskStatus.OPEN.name())
                && row.get(TASK.DUE_DAY).isBefore(today);
    }
}
