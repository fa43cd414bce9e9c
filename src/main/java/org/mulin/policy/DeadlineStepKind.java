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
    /** The clock stands still. */
    PAUSED,
    /** What was due before is put off; counting goes on from there. */
    EXTENDED,
    /** The deadline itself, also the one that an extension then puts off. */
    DUE
}
