package org.mulin.policy.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mulin.base.Texts;
import org.mulin.policy.PackTable;

/** What tables and their columns are called and mean (pack-columns.csv), in both languages. */
final class TableTexts {
    static final Texts TEXTS = Texts.load("/pack-columns.csv");
    private static final String ABOUT = ".about";

    private TableTexts() {}

    static String title(PackTable<?> table, Locale locale) {
        return TEXTS.text(locale, table.name(), List.of());
    }

    static String title(PackTable<?> table, String column, Locale locale) {
        String code = table.name() + "." + column;
        // a column of a table that is no spreadsheet has no name but its own
        return TEXTS.codes().contains(code) ? TEXTS.text(locale, code, List.of()) : column;
    }

    /** What else is to be known of the column, "" when its title says it. */
    static String about(PackTable<?> table, String column, Locale locale) {
        String code = table.name() + "." + column + ABOUT;
        return TEXTS.codes().contains(code) ? TEXTS.text(locale, code, List.of()) : "";
    }

    /** The column's titles in both languages. */
    static Set<String> titles(PackTable<?> table, String column) {
        return new HashSet<>(
                List.of(title(table, column, Locale.SIMPLIFIED_CHINESE), title(table, column, Locale.ENGLISH)));
    }
}
