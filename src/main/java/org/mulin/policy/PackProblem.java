package org.mulin.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Texts;

/**
 * One mistake in a pack, at the place where an official would mend it.
 *
 * @param file name inside the pack folder
 * @param line from 1; 0 when the file as a whole is meant
 * @param column column name of a table or key of a YAML file; null when the line as a whole is meant
 * @param code entry of pack-problems.csv
 * @param warning worth a look, but no mistake: the pack may be put in force all the same
 */
public record PackProblem(
        String file, int line, @Nullable String column, String code, List<Object> arguments, boolean warning) {
    static final Texts TEXTS = Texts.load("/pack-problems.csv");
    public static final Comparator<PackProblem> BY_PLACE =
            Comparator.comparing(PackProblem::file).thenComparingInt(PackProblem::line);

    public String message(Locale locale) {
        return TEXTS.text(locale, code, arguments);
    }

    /** Such as {@code duty.csv:12 [lead] 主责单位……}. */
    public String shown(Locale locale) {
        String place = line == 0 ? file : file + ":" + line;
        String where = column == null ? place : place + " [" + column + "]";
        String mark = locale.getLanguage().equals("en") ? " warning: " : " 提醒：";
        return where + (warning ? mark : " ") + message(locale);
    }
}
