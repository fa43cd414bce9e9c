package org.mulin.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another; never more than one in memory. */
public interface RowSource extends AutoCloseable {
    int COLUMNS_MAX = 200;
    int ODDITIES_MAX = 200;

    /** Names of the columns, in the order of the file. */
    List<String> columns();

    /** Where the names of the columns stand, from 1. */
    default long headerLine() {
        return 1;
    }

    /**
     * The next row, null after the last.
     *
     * @throws org.mulin.base.Refused when the file cannot be read on
     */
    @Nullable
    RawRow next() throws IOException;

    /**
     * What a spreadsheet holds beside plain cells, at most {@link #ODDITIES_MAX} of it; whole only after the last row.
     */
    default List<Oddity> oddities() {
        return List.of();
    }

    @Override
    void close() throws IOException;

    /**
     * Something that a plain table does not have.
     *
     * @param line from 1; 0 when the workbook as a whole is meant
     * @param column of the sheet, from 0; -1 when no single one is meant
     * @param range such as A3:A5, "" for a single cell
     */
    record Oddity(OddityKind kind, long line, int column, String range) {}

    /** What kind of thing it is. */
    enum OddityKind {
        FORMULA,
        MERGED,
        BEYOND_HEADER,
        DAYS_FROM_1904
    }
}
