package org.mulin.base;

/** The thing does not exist or is out of the actor's reach; the answer (404) is the same for both. */
public final class Absent extends RuntimeException {
    public Absent() {
        super("absent", null, false, false);
    }
}
