package org.mulin.grid.internal;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.mulin.grid.internal.db.Tables.HISTORY;
import static org.mulin.grid.internal.db.Tables.PART;
import static org.mulin.grid.internal.db.Tables.TASK;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.file.Files;
import org.mulin.grid.internal.GridTaskViews.MyTaskRow;
import org.mulin.grid.internal.GridTaskViews.MyTaskView;
import org.mulin.grid.internal.GridTaskViews.TaskPhoto;
import org.mulin.organization.Units;
import org.springframework.stereotype.Repository;

/** Tasks as the grid worker reads them: the own grid's share of each. */
@Repository
class MyTaskQueries {
    private final DSLContext sql;
    private final GridTaskQueries tasks;
    private final Units units;
    private final Files files;

    MyTaskQueries(DSLContext sql, GridTaskQueries tasks, Units units, Files files) {
        this.sql = sql;
        this.tasks = tasks;
        this.units = units;
        this.files = files;
    }

    /** What is to be done by the day it is due; what is over, the latest first. */
    Page<MyTaskRow> page(Actor actor, boolean open, @Nullable String cursor, int limit) {
        actor.require(GridRights.WORK);
        LocalDate today = tasks.today();
        Condition which = PART.STATUS.eq(TaskPartStatus.OPEN.name());
        List<MyTaskRow> found = sql.select(PART.fields())
                .select(TASK.fields())
                .from(PART)
                .join(TASK)
                .on(TASK.ID.eq(PART.TASK_ID))
                .where(ownPart(actor), open ? which : which.not())
                .and(cursor == null ? noCondition() : behind(Page.cursorId(cursor), open))
                .orderBy(
                        open
                                ? List.of(PART.DUE_DAY.asc(), PART.ID.asc())
                                : List.of(PART.ENDED_AT.desc(), PART.ID.desc()))
                .limit(limit + 1)
                .fetch(each -> view(each, today));
        return Page.cut(found, limit, MyTaskRow::id);
    }

    private static Condition ownPart(Actor actor) {
        return GridTaskQueries.ownPart(actor);
    }

    private static Condition behind(UUID last, boolean open) {
        var ended = PART.as("ended");
        return open
                ? row(PART.DUE_DAY, PART.ID)
                        .gt(select(ended.DUE_DAY, ended.ID).from(ended).where(ended.ID.eq(last)))
                : row(PART.ENDED_AT, PART.ID)
                        .lt(select(ended.ENDED_AT, ended.ID).from(ended).where(ended.ID.eq(last)));
    }

    private MyTaskRow view(Record row, LocalDate today) {
        return new MyTaskRow(
                row.get(PART.ID),
                tasks.kindName(row.get(TASK.KIND)),
                row.get(TASK.TITLE),
                TaskPartStatus.valueOf(row.get(PART.STATUS)),
                row.get(PART.DUE_DAY),
                overdue(row, today),
                units.byId(row.get(TASK.UNIT_ID)).name(),
                row.get(PART.ENDED_AT));
    }

    /** @throws Absent when there is none, or none for this actor */
    MyTaskView view(UUID partId, Actor actor) {
        Record row = sql.select(PART.fields())
                .select(TASK.fields())
                .from(PART)
                .join(TASK)
                .on(TASK.ID.eq(PART.TASK_ID))
                .where(PART.ID.eq(partId), ownPart(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        TaskPartStatus status = TaskPartStatus.valueOf(row.get(PART.STATUS));
        boolean open = status == TaskPartStatus.OPEN;
        return new MyTaskView(
                partId,
                tasks.kindName(row.get(TASK.KIND)),
                row.get(TASK.TITLE),
                row.get(TASK.WORDS),
                status,
                row.get(PART.DUE_DAY),
                overdue(row, tasks.today()),
                units.byId(row.get(TASK.UNIT_ID)).name(),
                row.get(TASK.CREATED_AT),
                words(HISTORY.PART_ID.eq(partId)),
                row.get(PART.ENDED_AT),
                TaskPhoto.of(
                        files.of(GridTaskService.PHOTO_OWNER, List.of(partId)).get(partId)),
                status == TaskPartStatus.ENDED
                        ? words(HISTORY.TASK_ID
                                .eq(row.get(TASK.ID))
                                .and(HISTORY.ACTION.eq(TaskActionKind.WITHDRAW.name())))
                        : null,
                open ? TaskWorkflow.allowed(TaskStatus.valueOf(row.get(TASK.STATUS)), TaskRole.WORKER) : List.of(),
                row.get(PART.VERSION));
    }

    private @Nullable String words(Condition which) {
        return sql.select(HISTORY.WORDS).from(HISTORY).where(which).fetchAny(HISTORY.WORDS);
    }

    private static boolean overdue(Record row, LocalDate today) {
        return row.get(PART.STATUS).equals(TaskPartStatus.OPEN.name())
                && row.get(PART.DUE_DAY).isBefore(today);
    }
}
