package org.mulin.grid.internal;

import static org.mulin.grid.internal.TaskActionKind.ASSIGN;
import static org.mulin.grid.internal.TaskActionKind.FINISH;
import static org.mulin.grid.internal.TaskActionKind.WITHDRAW;
import static org.mulin.grid.internal.TaskRole.ASSIGNER;
import static org.mulin.grid.internal.TaskRole.WORKER;
import static org.mulin.grid.internal.TaskStatus.DONE;
import static org.mulin.grid.internal.TaskStatus.OPEN;
import static org.mulin.grid.internal.TaskStatus.WITHDRAWN;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.grid.internal.TaskStep.TaskCase;

/** The life of a task: one table, from which the allowed actions, the table in the docs and the tests are read. */
final class TaskWorkflow {
    static final List<TaskStep> STEPS = List.of(
            new TaskStep(null, ASSIGN, OPEN, ASSIGNER, TaskCase.ALWAYS),
            new TaskStep(OPEN, FINISH, DONE, WORKER, TaskCase.LAST),
            new TaskStep(OPEN, FINISH, OPEN, WORKER, TaskCase.OTHERS_LEFT),
            new TaskStep(OPEN, WITHDRAW, WITHDRAWN, ASSIGNER, TaskCase.ALWAYS));

    private TaskWorkflow() {}

    /**
     * 任务记录: one step of a task's life.
     *
     * @param number 1, 2, 3 … within the task; the task's version after the step
     * @param partId the grid's share that the step was about, null when it was about all
     */
    record Entry(
            UUID id,
            long number,
            TaskActionKind action,
            TaskRole role,
            @Nullable TaskStatus from,
            TaskStatus to,
            @Nullable UUID partId,
            String words) {}

    record Applied(GridTask task, Entry entry) {}

    /** A new task as the community gives it, one share for each unit. */
    static Applied assign(List<UUID> unitIds, String words) {
        List<TaskPart> parts = unitIds.stream()
                .map(unit -> new TaskPart(Ids.next(), unit, TaskPartStatus.OPEN, 1))
                .toList();
        GridTask blank = new GridTask(Ids.next(), OPEN, parts, 0);
        TaskAction assign = new TaskAction.Assign(words);
        return take(step(null, blank, assign, ASSIGNER), blank, assign);
    }

    /** @throws Refused when the table has no such step now, or not for this role, or the share is over */
    static Applied apply(GridTask task, TaskAction action, TaskRole role) {
        TaskStep step = step(task.status(), task, action, role);
        if (action instanceof TaskAction.Finish finish
                && !task.part(finish.partId()).isOpen()) {
            throw Refused.of("task-part-over");
        }
        return take(step, task, action);
    }

    /** What someone in this role may do now, in the table's order. */
    static List<TaskActionKind> allowed(TaskStatus status, TaskRole role) {
        return STEPS.stream()
                .filter(step -> step.from() == status && step.role() == role)
                .map(TaskStep::action)
                .distinct()
                .toList();
    }

    private static TaskStep step(@Nullable TaskStatus from, GridTask task, TaskAction action, TaskRole role) {
        List<TaskStep> known = STEPS.stream()
                .filter(step -> step.from() == from && step.action() == action.kind())
                .toList();
        if (known.isEmpty()) {
            throw Refused.of(
                    "task-step", task.status().textCode(), action.kind().textCode());
        }
        return known.stream()
                .filter(step -> step.role() == role && step.inCase().holds(task))
                .findFirst()
                .orElseThrow(() -> Refused.of("task-role", action.kind().textCode()));
    }

    private static Applied take(TaskStep step, GridTask task, TaskAction action) {
        GridTask next = task.after(action, step.to());
        UUID partId = action instanceof TaskAction.Finish finish ? finish.partId() : null;
        return new Applied(
                next,
                new Entry(
                        Ids.next(),
                        next.version(),
                        action.kind(),
                        step.role(),
                        step.from(),
                        step.to(),
                        partId,
                        action.words()));
    }
}
