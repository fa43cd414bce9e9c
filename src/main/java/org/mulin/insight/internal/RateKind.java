package org.mulin.insight.internal;

import java.util.Arrays;
import java.util.Locale;

/** 三率: what those who answer residents are judged by. */
enum RateKind {
    /** 响应率 */
    RESPONSE,
    /** 解决率 */
    RESOLUTION,
    /** 满意率 */
    SATISFACTION;

    /** As rates.csv and the catalogue of texts write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RateKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(RateKind::word).toArray(String[]::new);
    }
}
