package org.mulin.grid.internal;

import static org.mulin.grid.internal.db.Tables.HISTORY;
import static org.mulin.grid.internal.db.Tables.PART;
import static org.mulin.grid.internal.db.Tables.TASK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.grid.internal.GridTaskService.NewTask;
import org.mulin.grid.internal.TaskWorkflow.Applied;
import org.mulin.grid.internal.db.tables.records.PartRecord;
import org.mulin.grid.internal.db.tables.records.TaskRecord;
import org.springframework.stereotype.Repository;

/** Reads a task for a step, and writes what the step made of it; who steps holds the task until the commit. */
@Repository
class GridTaskRepository {
    private final DSLContext sql;

    GridTaskRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The task, in the reach of whoever assigns there.
     *
     * @throws Absent when there is none, or none for this actor
     */
    GridTask find(UUID id, Actor actor) {
        return locked(TASK.ID.eq(id).and(GridTaskQueries.assignedWithin(actor)));
    }

    /**
     * The task that a share belongs to, if the share is the actor's grid's.
     *
     * @throws Absent when there is none, or none for this actor
     */
    GridTask findByPart(UUID partId, Actor actor) {
        UUID taskId = sql.select(PART.TASK_ID)
                .from(PART)
                .where(PART.ID.eq(partId), GridTaskQueries.ownPart(actor))
                .fetchOptional(PART.TASK_ID)
                .orElseThrow(Absent::new);
        return locked(TASK.ID.eq(taskId));
    }

    private GridTask locked(Condition which) {
        TaskRecord row =
                sql.selectFrom(TASK).where(which).forUpdate().fetchOptional().orElseThrow(Absent::new);
        List<TaskPart> parts = sql.selectFrom(PART)
                .where(PART.TASK_ID.eq(row.getId()))
                .orderBy(PART.AREA_KEY)
                .fetch(part -> new TaskPart(
                        part.getId(), part.getUnitId(), TaskPartStatus.valueOf(part.getStatus()), part.getVersion()));
        return new GridTask(row.getId(), TaskStatus.valueOf(row.getStatus()), parts, row.getVersion());
    }

    /** @param areaKeys of the grids, by unit */
    void insert(Applied applied, NewTask task, Map<UUID, String> areaKeys, Actor actor, Instant now) {
        GridTask made = applied.task();
        sql.insertInto(TASK)
                .set(TASK.ID, made.id())
                .set(TASK.KIND, task.kind())
                .set(TASK.TITLE, task.title())
                .set(TASK.WORDS, task.words())
                .set(TASK.DUE_DAY, task.dueDay())
                .set(TASK.STATUS, made.status().name())
                .set(TASK.AREA_KEY, actor.scope().lo())
                .set(TASK.UNIT_ID, actor.unitId())
                .set(TASK.ASSIGNER_ID, actor.accountId())
                .set(TASK.CREATED_AT, now)
                .set(TASK.GRIDS, made.parts().size())
                .set(TASK.SOURCE_ID, task.sourceId())
                .set(TASK.VERSION, made.version())
                .execute();
        List<PartRecord> rows = made.parts().stream()
                .map(part -> new PartRecord(
                        part.id(),
                        made.id(),
                        part.unitId(),
                        areaKeys.get(part.unitId()),
                        part.status().name(),
                        task.dueDay(),
                        null,
                        part.version()))
                .toList();
        sql.insertInto(PART, PART.fields()).valuesOfRecords(rows).execute();
        insertHistory(applied, actor, now);
    }

    /** State and history together; the row was locked when it was read. */
    void save(GridTask before, Applied applied, Actor actor, Instant now) {
        GridTask after = applied.task();
        sql.update(TASK)
                .set(TASK.STATUS, after.status().name())
                .set(TASK.VERSION, after.version())
                .where(TASK.ID.eq(after.id()))
                .execute();
        for (TaskPart part : after.parts()) {
            if (!part.equals(before.part(part.id()))) {
                sql.update(PART)
                        .set(PART.STATUS, part.status().name())
                        .set(PART.ENDED_AT, now)
                        .set(PART.VERSION, part.version())
                        .where(PART.ID.eq(part.id()))
                        .execute();
            }
        }
        insertHistory(applied, actor, now);
    }

    private void insertHistory(Applied applied, Actor actor, Instant now) {
        TaskWorkflow.Entry entry = applied.entry();
        sql.insertInto(HISTORY)
                .set(HISTORY.ID, entry.id())
                .set(HISTORY.TASK_ID, applied.task().id())
                .set(HISTORY.NUMBER, entry.number())
                .set(HISTORY.AT, now)
                .set(HISTORY.ACTION, entry.action().name())
                .set(HISTORY.ROLE, entry.role().name())
                .set(HISTORY.ACTOR_ID, actor.accountId())
                .set(HISTORY.UNIT_ID, actor.unitId())
                .set(HISTORY.FROM_STATUS, name(entry.from()))
                .set(HISTORY.TO_STATUS, entry.to().name())
                .set(HISTORY.PART_ID, entry.partId())
                .set(HISTORY.WORDS, entry.words())
                .execute();
    }

    private static @Nullable String name(@Nullable TaskStatus status) {
        return status == null ? null : status.name();
    }
}
