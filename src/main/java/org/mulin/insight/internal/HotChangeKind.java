package org.mulin.insight.internal;

/** What became of a hot issue. */
enum HotChangeKind {
    /** 形成. */
    FOUND,
    /** 并入: from now on it is part of another one. */
    MERGED,
    /** 分出: what was taken for a part of another one stands by itself. */
    SPLIT,
    /** 平息: nobody speaks of it any more. */
    ENDED
}
