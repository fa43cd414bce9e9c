package org.mulin.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.internal.StoredDraft.Counts;

/** What the desk sees of tables, their versions and drafts. */
final class PolicyViews {
    private PolicyViews() {}

    /** A version that is to come. */
    record NextVersion(long version, LocalDate validFrom) {}

    /**
     * @param spreadsheet false for the few tables that are kept as another kind of file
     * @param drafts that wait for somebody
     * @param mayUpload whether the reader has the right to change this table
     */
    record TableRow(
            String name,
            String title,
            String file,
            boolean spreadsheet,
            int rowsTotal,
            long version,
            LocalDate validFrom,
            @Nullable NextVersion next,
            int drafts,
            boolean mayUpload) {}

    /** @param allowed what may stand in a cell */
    record ColumnView(String name, String title, String about, String allowed, boolean optional) {}

    record TableView(TableRow table, List<ColumnView> columns) {}

    /** @param reason "" for the version that the first start brought along */
    record VersionRow(
            long version,
            LocalDate validFrom,
            VersionState state,
            Instant publishedAt,
            String publishedBy,
            String reason,
            @Nullable UUID draftId,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnReason) {
        VersionRow in(VersionState newState) {
            return new VersionRow(
                    version,
                    validFrom,
                    newState,
                    publishedAt,
                    publishedBy,
                    reason,
                    draftId,
                    withdrawnAt,
                    withdrawnBy,
                    withdrawnReason);
        }
    }

    /** A mistake or a warning, where its writer finds it. @param column null when the line as a whole is meant */
    record PlacedText(String file, int line, @Nullable String column, String code, String text) {}

    /**
     * What became of an upload: a draft, or what has to be mended first.
     *
     * @param problems the first of them
     */
    record UploadView(@Nullable UUID draftId, List<PlacedText> problems, int problemsTotal) {}

    record DraftStepView(DraftAction action, String by, Instant at, String words) {}

    record RemarkView(PlacedText remark, boolean fresh) {}

    /** One of a list. */
    record DraftRow(
            UUID id,
            String table,
            String title,
            DraftState state,
            String fileName,
            String createdBy,
            Instant createdAt,
            Counts counts,
            @Nullable LocalDate effectiveFrom) {}

    /**
     * @param effectiveFrom asked for or published with; null before
     * @param earliest first day on which it may come into force
     * @param immediate whether that is today
     * @param overtaken the table has got another version since, so that this draft cannot be published any more
     * @param secondPerson whoever reads this cannot publish it without another
     */
    record DraftView(
            UUID id,
            String table,
            String title,
            boolean spreadsheet,
            DraftState state,
            long baseVersion,
            boolean overtaken,
            String fileName,
            String note,
            int rowsTotal,
            Counts counts,
            int remarksTotal,
            int remarksFresh,
            List<RemarkView> remarks,
            @Nullable LocalDate effectiveFrom,
            LocalDate earliest,
            boolean immediate,
            @Nullable String reason,
            @Nullable Long publishedVersion,
            List<DraftStepView> steps,
            List<DraftAction> allowedActions,
            boolean secondPerson,
            long version) {}

    record CellChange(String column, String title, String before, String after) {}

    /**
     * One row that differs.
     *
     * @param name what it is called by
     * @param label what it is about, "" when its name says it
     */
    record ChangeRow(ChangeKind kind, String name, String label, List<CellChange> cells) {}

    /** @param counts of the whole difference, whatever the filter */
    record DifferenceView(
            Counts counts, List<ChangeRow> items, @Nullable String next) {}
}
