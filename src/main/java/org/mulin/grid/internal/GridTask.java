package org.mulin.grid.internal;

import java.util.List;
import java.util.UUID;

/** 网格任务: as its life cycle sees it. A value: steps make new ones. */
record GridTask(UUID id, TaskStatus status, List<TaskPart> parts, long version) {
    GridTask {
        parts = List.copyOf(parts);
    }

    TaskPart part(UUID partId) {
        return parts.stream()
                .filter(part -> part.id().equals(partId))
                .findFirst()
                .orElseThrow();
    }

    /** The grids that have something left to do. */
    List<UUID> openUnits() {
        return parts.stream().filter(TaskPart::isOpen).map(TaskPart::unitId).toList();
    }

    /** The task after this action, were it in {@code next} then; the workflow decides whether it may. */
    GridTask after(TaskAction action, TaskStatus next) {
        List<TaskPart> changed = switch (action) {
            case TaskAction.Assign ignored -> parts;
            case TaskAction.Finish finish ->
                parts.stream()
                        .map(part -> part.id().equals(finish.partId()) ? part.ended(TaskPartStatus.DONE) : part)
                        .toList();
            case TaskAction.Withdraw ignored ->
                parts.stream().map(part -> part.ended(TaskPartStatus.ENDED)).toList();
        };
        return new GridTask(id, next, changed, version + 1);
    }
}
