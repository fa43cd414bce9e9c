package org.mulin.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in a pack, at the place where an official would mend it.
 *
 * @param file name inside the pack folder
 * @param line from 1; 0 when the file as a whole is meant
 * @param column column name of a table or key of a YAML file; null when the line as a whole is meant
 * @param code entry of pack-problems.csv
 */
public record PackProblem(String file, int line, @Nullable String column, String code, List<Object> arguments) {
    public static final Comparator<PackProblem> BY_PLACE =
            Comparator.comparing(PackProblem::file).thenComparingInt(PackProblem::line);

    public String message(Locale locale) {
        return PackProblemTexts.text(code, locale, arguments);
    }

    /** Such as {@code duty.csv:12 [lead] 主责单位……}. */
    public String shown(Locale locale) {
        String place = line == 0 ? file : file + ":" + line;
        return column == null ? place + " " + message(locale) : place + " [" + column + "] " + message(locale);
    }
}
