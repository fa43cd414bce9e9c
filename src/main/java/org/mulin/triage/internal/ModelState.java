package org.mulin.triage.internal;

/** Where a model of the city stands. */
enum ModelState {
    /** 在用: it reads what comes in. */
    SERVING,
    /** 曾用: a later one took its place. */
    EARLIER,
    /** 未启用: it did worse on the held-back tickets than the one in service. */
    REFUSED,
    /** 已回退: a person took it out of service. */
    ROLLED_BACK
}
