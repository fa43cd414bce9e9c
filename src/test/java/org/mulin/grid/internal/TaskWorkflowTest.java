package org.mulin.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mulin.house.DrawnPart.zh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.grid.internal.TaskWorkflow.Applied;
import org.mulin.house.DrawnPart;

class TaskWorkflowTest {
    private static GridTask task(TaskStatus status, int grids) {
        List<TaskPart> parts = Stream.generate(() -> new TaskPart(Ids.next(), Ids.next(), TaskPartStatus.OPEN, 1))
                .limit(grids)
                .map(part -> status == TaskStatus.OPEN ? part : part.ended(TaskPartStatus.ENDED))
                .toList();
        return new GridTask(Ids.next(), status, parts, 1);
    }

    private static TaskAction action(TaskActionKind kind, GridTask task) {
        return switch (kind) {
            case ASSIGN -> new TaskAction.Assign("入户");
            case FINISH -> new TaskAction.Finish(task.parts().getFirst().id(), "已走访");
            case WITHDRAW -> new TaskAction.Withdraw("改期");
        };
    }

    static Stream<Arguments> everyStatusAndAction() {
        return Arrays.stream(TaskStatus.values())
                .flatMap(status -> Arrays.stream(TaskActionKind.values()).map(kind -> Arguments.of(status, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndAction")
    void everyActionInEveryStatusDoesWhatTheTableSaysOrIsRefused(TaskStatus status, TaskActionKind kind) {
        for (TaskRole role : TaskRole.values()) {
            GridTask task = task(status, 2);
            List<TaskStep> rows = TaskWorkflow.STEPS.stream()
                    .filter(step -> step.from() == status && step.action() == kind)
                    .toList();
            boolean mine = rows.stream().anyMatch(step -> step.role() == role);
            assertThat(TaskWorkflow.allowed(status, role).contains(kind)).isEqualTo(mine);
            if (mine) {
                Applied applied = TaskWorkflow.apply(task, action(kind, task), role);
                assertThat(rows)
                        .extracting(TaskStep::to)
                        .contains(applied.task().status());
                assertThat(applied.entry().from()).isEqualTo(status);
                assertThat(applied.entry().number())
                        .isEqualTo(applied.task().version())
                        .isEqualTo(task.version() + 1);
            } else {
                assertThatThrownBy(() -> TaskWorkflow.apply(task, action(kind, task), role))
                        .isInstanceOf(Refused.class)
                        .hasMessage(rows.isEmpty() ? "task-step" : "task-role");
            }
        }
    }

    /** Random lives against what the rules say in words: done when all are done, over when taken back. */
    @Property(tries = 500, seed = "20261123")
    void randomLivesMatchANaiveModel(
            @ForAll @IntRange(min = 1, max = 4) int grids,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 4) Integer> moves) {
        List<UUID> units = Stream.generate(Ids::next).limit(grids).toList();
        Applied born = TaskWorkflow.assign(units, "入户走访");
        GridTask task = born.task();
        List<TaskWorkflow.Entry> history = new ArrayList<>(List.of(born.entry()));
        boolean[] done = new boolean[grids];
        int finished = 0;
        boolean withdrawn = false;
        for (int move : moves) {
            boolean back = move >= grids;
            boolean may = !withdrawn && finished < grids && (back || !done[move]);
            TaskAction action = back
                    ? new TaskAction.Withdraw("改期")
                    : new TaskAction.Finish(task.parts().get(move).id(), "好了");
            boolean did;
            try {
                Applied applied = TaskWorkflow.apply(task, action, back ? TaskRole.ASSIGNER : TaskRole.WORKER);
                task = applied.task();
                history.add(applied.entry());
                did = true;
            } catch (Refused refused) {
                did = false;
            }
            assertThat(did).isEqualTo(may);
            if (may && back) {
                withdrawn = true;
            } else if (may) {
                done[move] = true;
                finished++;
            }
            assertThat(task.status().name()).isEqualTo(withdrawn ? "WITHDRAWN" : finished == grids ? "DONE" : "OPEN");
            assertThat(task.parts().stream().filter(part -> part.status() == TaskPartStatus.DONE))
                    .hasSize(finished);
            assertThat(task.openUnits()).hasSize(withdrawn ? 0 : grids - finished);
            assertThat(history.getLast().to()).isEqualTo(task.status());
            assertThat((long) history.size()).isEqualTo(task.version());
        }
    }

    @Test
    void theDocsShowTheTable() throws Exception {
        String drawn = "| from | action | by | to | case |\n|---|---|---|---|---|\n"
                + TaskWorkflow.STEPS.stream()
                        .map(step -> "| %s | `%s` %s | %s | %s | %s |\n"
                                .formatted(
                                        step.from() == null
                                                ? "—"
                                                : zh(step.from().textCode()),
                                        step.action(),
                                        zh(step.action().textCode()),
                                        zh(step.role().textCode()),
                                        zh(step.to().textCode()),
                                        step.inCase().chinese()))
                        .collect(Collectors.joining());
        DrawnPart.check(
                "docs/modules/grid.md",
                "<!-- life cycle: generated from TaskWorkflow.STEPS -->\n",
                "<!-- end of life cycle -->\n",
                drawn);
    }
}
