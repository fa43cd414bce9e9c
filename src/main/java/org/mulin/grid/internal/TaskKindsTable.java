package org.mulin.grid.internal;

import org.mulin.policy.NamesTable;
import org.springframework.stereotype.Component;

/** task_kinds.csv: the kinds of task that a community gives to its grids. */
@Component
final class TaskKindsTable extends NamesTable {
    TaskKindsTable() {
        super("task_kinds", "网格任务类别");
    }
}
