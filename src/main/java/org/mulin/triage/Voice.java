package org.mulin.triage;

import java.time.Instant;
import java.util.List;

/**
 * What one person said at one moment, as far as its like is looked for.
 *
 * @param person the same for all that one person said, else opaque; empty when nobody knows
 * @param place key of its area, empty when nobody knows; what lies inside an area has a key that begins with its key
 * @param likes how many agreed without writing themselves
 * @param sites the compounds, roads, schools that it names, as {@link Triage#sites} calls them; whoever knows no
 *     register leaves it to the words
 */
public record Voice(Text text, Instant at, String person, String place, int likes, List<String> sites) {
    public Voice {
        sites = List.copyOf(sites);
    }

    public Voice(Text text, Instant at, String person, String place, int likes) {
        this(text, at, person, place, likes, List.of());
    }
}
