package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another; never more than one in memory. */
interface RowSource extends AutoCloseable {
    int COLUMNS_MAX = 200;

    /** Names of the columns, in the order of the file. */
    List<String> columns();

    /**
     * The next row, null after the last.
     *
     * @throws org.mulin.base.Refused when the file cannot be read on
     */
    @Nullable
    RawRow next() throws IOException;

    @Override
    void close() throws IOException;
}
