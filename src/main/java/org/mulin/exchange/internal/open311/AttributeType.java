package org.mulin.exchange.internal.open311;

import java.util.Arrays;
import java.util.Locale;

/** Datatypes of service attributes, as the standard names them. */
enum AttributeType {
    STRING,
    NUMBER,
    DATETIME,
    TEXT,
    SINGLEVALUELIST,
    MULTIVALUELIST;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttributeType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(AttributeType::word).toArray(String[]::new);
    }

    boolean isList() {
        return this == SINGLEVALUELIST || this == MULTIVALUELIST;
    }
}
