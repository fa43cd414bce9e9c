package org.mulin.grid.internal;

import java.util.UUID;

/** Something done to a task, with the data it carries. */
sealed interface TaskAction {
    TaskActionKind kind();

    String words();

    record Assign(String words) implements TaskAction {
        @Override
        public TaskActionKind kind() {
            return TaskActionKind.ASSIGN;
        }
    }

    /** @param partId the share of the grid that has done it */
    record Finish(UUID partId, String words) implements TaskAction {
        @Override
        public TaskActionKind kind() {
            return TaskActionKind.FINISH;
        }
    }

    record Withdraw(String words) implements TaskAction {
        @Override
        public TaskActionKind kind() {
            return TaskActionKind.WITHDRAW;
        }
    }
}
