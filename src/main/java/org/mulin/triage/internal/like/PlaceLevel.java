package org.mulin.triage.internal.like;

/** Kinds of named places, the closest first. */
enum PlaceLevel {
    /** A compound, a school, a market, a park, a building site. */
    SITE,
    ROAD,
    /** A village, a community. */
    VILLAGE,
    /** A street, a town. */
    TOWN,
    DISTRICT
}
