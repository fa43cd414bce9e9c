package org.mulin.ticket.internal.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk and the command line see of imports. */
final class ImportViews {
    private ImportViews() {}

    /** Where an import stands. */
    enum ImportState {
        /** 已上传: waits for its columns to be confirmed. */
        UPLOADED,
        /** 导入中. */
        RUNNING,
        /** 已完成. */
        DONE,
        /** 失败. */
        FAILED,
        /** 已取消. */
        CANCELLED
    }

    /** @param differing of the repeated: with other words than those that are here */
    record ImportView(
            UUID id,
            ImportState state,
            String fileName,
            String channel,
            List<String> columns,
            List<List<String>> preview,
            ImportMapping mapping,
            long read,
            @Nullable Long total,
            long imported,
            long repeated,
            long differing,
            long rejected,
            long remarked,
            long dispatched,
            long triage,
            @Nullable Double seconds,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}

    /** @param content the row's cells, to recognise it by */
    record RejectionView(
            long line,
            String field,
            String code,
            String message,
            @Nullable String content) {}

    record ImportStart(@Nullable ImportMapping mapping) {}
}
