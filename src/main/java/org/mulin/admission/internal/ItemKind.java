package org.mulin.admission.internal;

import java.util.Locale;

/** What kind of thing a line of the admission list is. */
enum ItemKind {
    /** 行政事务: work of the state that a community assists. */
    ADMINISTRATIVE,
    /** 公共服务: a service for residents. */
    SERVICE,
    /** 应用平台: an app or platform that communities are to use. */
    PLATFORM;

    /** The word in packs. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ItemKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
