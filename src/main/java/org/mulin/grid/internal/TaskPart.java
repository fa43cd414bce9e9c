package org.mulin.grid.internal;

import java.util.UUID;

/**
 * 网格分项: one grid's share of a task; the grid's station does it, whoever holds its post.
 *
 * @param version counts what happened to this share alone, so that grids do not stand in each other's way
 */
record TaskPart(UUID id, UUID unitId, TaskPartStatus status, long version) {
    boolean isOpen() {
        return status == TaskPartStatus.OPEN;
    }

    TaskPart ended(TaskPartStatus how) {
        return isOpen() ? new TaskPart(id, unitId, how, version + 1) : this;
    }
}
