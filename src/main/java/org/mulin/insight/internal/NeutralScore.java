package org.mulin.insight.internal;

import java.util.Arrays;
import java.util.Locale;

/** 中立评价: what becomes of a score of 3. */
enum NeutralScore {
    /** 不计满意 in the divisor, not counted as satisfied */
    NOT_SATISFIED,
    /** 计满意 */
    SATISFIED,
    /** 剔除 neither counted nor in the divisor; how many is shown */
    LEFT_OUT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NeutralScore ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(NeutralScore::word).toArray(String[]::new);
    }
}
