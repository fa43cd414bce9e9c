package org.mulin.triage;

/** 办结凭证: what a result of a matter must be shown by. */
public enum Proof {
    /** 文字说明: words are enough. */
    WORDS,
    /** 现场照片: at least one photo beside the words. */
    PHOTO
}
