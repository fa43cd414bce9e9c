package org.mulin.ticket.internal.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;

/**
 * 权责清单条目: who handles a matter at a level.
 *
 * @param matter code of a leaf matter or of a class
 * @param lead a unit's code, or {@code kind:} and a kind of unit: the nearest such unit whose area covers the place
 * @param assists written like the lead
 * @param basis law or rule with its article
 * @param selfHelp what a resident can do at once, null when nothing
 */
public record DutyEntry(
        String matter,
        AreaLevel level,
        String lead,
        List<String> assists,
        String basis,
        Limit limit,
        @Nullable String selfHelp) {
    public static final String KIND = "kind:";

    public DutyEntry {
        assists = List.copyOf(assists);
    }

    /** Lasting key by which a return cites the entry. */
    public String id() {
        return matter + "@" + level.word();
    }
}
