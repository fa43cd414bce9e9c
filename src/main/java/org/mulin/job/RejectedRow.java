package org.mulin.job;

import java.util.List;

/**
 * A row that could not be taken, or not quite as it was.
 *
 * @param line where it stands in the file, from 1
 * @param field what is wrong in it, "" when the row as a whole is
 * @param code an entry of problems.csv
 * @param cells the row as it was, so that it can be repaired
 */
public record RejectedRow(long line, String field, String code, List<String> arguments, List<String> cells) {}
