package org.mulin.triage.internal;

/** Which corrections a model saw; two values differ when a correction came or was replaced between them. */
record Learnt(int corrections, long lastCorrection) {
    static final Learnt NOTHING = new Learnt(0, 0);
}
