package org.mulin.demo.internal.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One appeal and what becomes of it.
 *
 * @param key begins the keys of all its writes
 * @param phone of its author; empty when none was left
 * @param caller name of whoever calls or comes; a grid worker's post
 * @param matter what a person who reads it would call it; empty when nobody could say
 * @param triage how long the desk takes when the machine is not sure
 */
public record Tale(
        String key,
        Instant at,
        Entry entry,
        String phone,
        String caller,
        @Nullable Spot spot,
        How told,
        String words,
        String matter,
        boolean confidential,
        Duration triage,
        Pace pace,
        List<Beat> beats) {

    /** The desk takes what the machine would guess first. */
    public static final String FIRST_GUESS = "?";

    /** Whether its author lets neighbours read it: two in three of those that need no secret. */
    public boolean open() {
        return !confidential && Math.floorMod(key.hashCode(), 3) != 0;
    }

    /** How those who work at it keep their hours. */
    public enum Pace {
        /** Step after step, whatever the hour: the neighbourhood's own story. */
        STEADY,
        /** In office hours. */
        OFFICE,
        /** At any hour but the dead of night. */
        URGENT
    }

    /** How the place is given. */
    public enum How {
        /** A tap on the map. */
        POINT,
        /** Community and compound from the list. */
        CHOSEN,
        /** In the words only. */
        WORDS
    }
}
