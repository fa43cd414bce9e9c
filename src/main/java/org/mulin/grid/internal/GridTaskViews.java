package org.mulin.grid.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.file.StoredFile;

/** What the community's desk and the grid worker's page are shown of tasks. */
final class GridTaskViews {
    private GridTaskViews() {}

    record TaskKind(String code, String name) {}

    /** A grid that can be given a task. */
    record AssignableGrid(String code, String name, String communityName) {}

    record TaskPhoto(UUID id, String name) {
        static List<TaskPhoto> of(@Nullable List<StoredFile> files) {
            return files == null
                    ? List.of()
                    : files.stream()
                            .map(file -> new TaskPhoto(file.id(), file.name()))
                            .toList();
        }
    }

    /**
     * @param grids how many grids got it
     * @param done how many of them have done it
     */
    record GridTaskRow(
            UUID id,
            String kindName,
            String title,
            TaskStatus status,
            LocalDate dueDay,
            boolean overdue,
            int grids,
            int done,
            String unitName,
            Instant createdAt) {}

    /** @param words what the grid worker reported; null before */
    record GridTaskPartView(
            UUID id,
            String gridName,
            TaskPartStatus status,
            @Nullable Instant endedAt,
            @Nullable String doneBy,
            @Nullable String words,
            List<TaskPhoto> photos) {}

    /**
     * @param withdrawnWords why it was taken back; null when it was not
     * @param sourceId the community's task that it is part of; null when it is the community's own work
     */
    record GridTaskView(
            UUID id,
            String kindName,
            String title,
            String words,
            TaskStatus status,
            LocalDate dueDay,
            boolean overdue,
            String unitName,
            String assignedBy,
            Instant createdAt,
            List<GridTaskPartView> parts,
            @Nullable String withdrawnWords,
            @Nullable UUID sourceId,
            List<TaskActionKind> allowedActions,
            long version) {}

    /** One grid's share, as its worker sees it. */
    record MyTaskRow(
            UUID id,
            String kindName,
            String title,
            TaskPartStatus status,
            LocalDate dueDay,
            boolean overdue,
            String unitName,
            @Nullable Instant endedAt) {}

    /** @param result what was reported; null before */
    record MyTaskView(
            UUID id,
            String kindName,
            String title,
            String words,
            TaskPartStatus status,
            LocalDate dueDay,
            boolean overdue,
            String unitName,
            Instant createdAt,
            @Nullable String result,
            @Nullable Instant endedAt,
            List<TaskPhoto> photos,
            @Nullable String withdrawnWords,
            List<TaskActionKind> allowedActions,
            long version) {}
}
