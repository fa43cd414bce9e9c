package org.mulin.insight.internal;

import java.util.Arrays;
import java.util.Locale;

/** 无法联系: what becomes of a ticket about which nobody could be asked. */
enum UnreachableResident {
    /** 不计入 neither counted nor in the divisor; how many is shown */
    LEFT_OUT,
    /** 计为达标 counted as solved, or as satisfied */
    COUNTED_FOR,
    /** 计为未达标 in the divisor, not counted as solved or satisfied */
    COUNTED_AGAINST;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UnreachableResident ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(UnreachableResident::word).toArray(String[]::new);
    }
}
