package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.util.List;

/** Tickets that units want left out of the rates, or whose residents nobody reaches: a table written by hand. */
public record ExclusionStory(List<Plot> plots) {
    public ExclusionStory {
        plots = List.copyOf(plots);
    }

    /** How a scene ends. */
    public enum Ending {
        OPEN,
        TAKEN_BACK,
        UPHELD,
        REFUSED,
        REVOKED,
        /** Nobody can be asked; nobody applies either. */
        UNREACHABLE
    }

    /**
     * One ticket.
     *
     * @param day so many days before the end it begins
     * @param post of the unit that did the work
     * @param reviewer who decides about it
     * @param phone of the resident
     * @param verdict what the resident says of it
     * @param statement what the unit says of that
     * @param opinion what the reviewer answers
     */
    public record Plot(
            int day,
            String matter,
            String area,
            String words,
            String post,
            String reviewer,
            String phone,
            String reason,
            String verdict,
            String statement,
            String opinion,
            Ending ending) {}

    /** An absent file is a city in which nothing is asked. */
    public static ExclusionStory read(Path folder) {
        return new ExclusionStory(Sheet.rows(
                folder.resolve("exclusions.csv"),
                row -> new Plot(
                        Integer.parseInt(row.get("day")),
                        row.get("matter"),
                        row.get("area"),
                        row.get("words"),
                        row.get("post"),
                        row.get("reviewer"),
                        row.get("phone"),
                        row.get("reason"),
                        row.get("verdict"),
                        row.get("statement"),
                        row.get("opinion"),
                        Ending.valueOf(row.get("ending")))));
    }
}
