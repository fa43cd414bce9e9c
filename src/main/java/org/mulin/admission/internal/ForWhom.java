package org.mulin.admission.internal;

/** For whom a community did what is not its duty. */
enum ForWhom {
    /** 居民. */
    RESIDENT,
    /** 单位: asked for outside of the list. */
    UNIT,
    /** 其他. */
    OTHER
}
