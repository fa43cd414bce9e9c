package org.mulin.policy;

/** What one step of a deadline's reckoning does. */
public enum DeadlineStepKind {
    /** The moment the limit begins. */
    START,
    /** Time that counts. */
    COUNTED,
    /** A day off that does not count. */
    SKIPPED,
    /** The last day is a day off, so the deadline moves on. */
    MOVED,
    /** The deadline itself. */
    DUE
}
