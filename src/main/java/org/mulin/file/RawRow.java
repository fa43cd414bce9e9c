package org.mulin.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param line from 1; of a record over several lines, the first
 * @param cells by column, "" where there is nothing
 * @param fault code of what makes the row unreadable as a whole, else null
 * @param faultAt the column where that begins, "" for the whole row
 */
public record RawRow(
        long line, List<String> cells, @Nullable String fault, String faultAt) {
    public RawRow(long line, List<String> cells, @Nullable String fault) {
        this(line, cells, fault, "");
    }

    /** A row that has its cells where they belong. */
    static RawRow of(long line, List<String> columns, List<String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            if (TwiceEncoded.is(cells.get(i))) {
                return new RawRow(line, cells, "import-twice-encoded", columns.get(i));
            }
        }
        return new RawRow(line, cells, null);
    }
}
