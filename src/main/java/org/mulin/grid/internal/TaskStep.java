package org.mulin.grid.internal;

import org.jspecify.annotations.Nullable;

/**
 * One row of the life-cycle table: in {@code from} (null: there is no task yet) someone in {@code role} may do
 * {@code action}; of rows that differ in their case only, the one whose case holds is taken.
 */
record TaskStep(@Nullable TaskStatus from, TaskActionKind action, TaskStatus to, TaskRole role, TaskCase inCase) {
    /** Which of several rows a step takes. */
    enum TaskCase {
        ALWAYS("") {
            @Override
            boolean holds(GridTask task) {
                return true;
            }
        },
        LAST("全部网格均已完成") {
            @Override
            boolean holds(GridTask task) {
                return task.openUnits().size() == 1;
            }
        },
        OTHERS_LEFT("尚有网格未完成") {
            @Override
            boolean holds(GridTask task) {
                return task.openUnits().size() > 1;
            }
        };

        private final String chinese;

        TaskCase(String chinese) {
            this.chinese = chinese;
        }

        abstract boolean holds(GridTask task);

        String chinese() {
            return chinese;
        }
    }
}
