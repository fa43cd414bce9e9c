package org.mulin.grid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 网格任务事件: what happened to a task, as ids and facts; published by the transaction that made it happen. */
public sealed interface GridTaskEvent {
    UUID taskId();

    Instant at();

    /** @param unitIds of the grids that got it */
    record Assigned(UUID taskId, List<UUID> unitIds, LocalDate dueDay, Instant at) implements GridTaskEvent {
        public Assigned {
            unitIds = List.copyOf(unitIds);
        }
    }

    /** @param whole no other grid has anything left to do */
    record Finished(UUID taskId, UUID unitId, boolean whole, Instant at) implements GridTaskEvent {}

    /** @param unitIds of the grids that had not done it yet */
    record Withdrawn(UUID taskId, List<UUID> unitIds, Instant at) implements GridTaskEvent {
        public Withdrawn {
            unitIds = List.copyOf(unitIds);
        }
    }
}
