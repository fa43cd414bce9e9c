package org.mulin.base;

/** The caller acted on an old version of a row: 409 with the version that is current. */
public final class Stale extends RuntimeException {
    private final long current;

    public Stale(long current) {
        super("stale", null, false, false);
        this.current = current;
    }

    public long current() {
        return current;
    }
}
