package org.mulin.demo;

/** How much of the city's past is played. */
public enum DemoLife {
    /** Three months of the whole city. */
    WHOLE(92, 6_000),
    /** The last three weeks of one neighbourhood; seconds instead of minutes. */
    SHORT(20, 0);

    private final int days;
    private final int tickets;

    DemoLife(int days, int tickets) {
        this.days = days;
        this.tickets = tickets;
    }

    public int days() {
        return days;
    }

    /** About how many beside the neighbourhood's own. */
    public int tickets() {
        return tickets;
    }
}
