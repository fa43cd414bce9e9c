package org.mulin.triage;

/** How fast a matter must be handled. */
public enum Urgency {
    /** 一般. */
    NORMAL,
    /** 紧急. */
    URGENT,
    /** 突发: danger to life or public safety. */
    EMERGENCY
}
