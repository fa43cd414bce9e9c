package org.mulin.ticket;

import java.util.Arrays;
import java.util.Locale;

/** 三率: what those who answer residents are judged by. */
public enum RateKind {
    /** 响应率 */
    RESPONSE,
    /** 解决率 */
    RESOLUTION,
    /** 满意率 */
    SATISFACTION;

    /** As packs and the catalogue of texts write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RateKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public static String[] words() {
        return Arrays.stream(values()).map(RateKind::word).toArray(String[]::new);
    }
}
