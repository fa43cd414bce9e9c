package org.mulin.policy;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Refused;

/** How another module brings a line into a table: the way every change takes, with draft, checks and second person. */
public interface Amendments {
    /**
     * Adds a line to the newest version, inside the transaction that is open. Whoever may publish alone puts it in
     * force at once, others ask for it.
     *
     * @param cells by column; a column that is not named stays empty
     * @throws Refused {@code right-missing} for whoever prepares no tables, {@code policy-draft-broken} when the line
     *     contradicts the table or others
     */
    Amendment append(Class<? extends CsvTable<?>> table, Map<String, String> cells, String reason, Actor actor);

    /** After the commit: lets this node and the others see it at once. */
    void announce();

    /** What became of them, by draft. */
    Map<UUID, Amendment> find(Collection<UUID> draftIds);
}
