package org.mulin.exchange.internal;

/** What a key of another program allows. */
public enum KeyRight {
    /** 读取: list and read public requests. */
    READ,
    /** 提交: file requests. */
    WRITE
}
