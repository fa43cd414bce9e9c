package org.mulin.ticket.internal.dispatch;

import java.util.HashMap;
import java.util.Map;
import org.mulin.policy.Draft;
import org.mulin.policy.WorkingCalendar;

/**
 * Takes decisions once more as if a draft had been in force: the facts and the rules of then, but for the draft's
 * table. Units that nobody asked for then are looked up as they are today.
 */
public final class DraftReplay {
    private final RuleBook book;
    private final Draft draft;
    private final UnitFinder units;
    private final Map<Map<String, Long>, DispatchRules> known = new HashMap<>();

    DraftReplay(RuleBook book, Draft draft, UnitFinder units) {
        this.book = book;
        this.draft = draft;
        this.units = units;
    }

    /** What would have been decided, and the calendar by which. */
    public record Again(DispatchDecision decision, WorkingCalendar calendar) {}

    public Again decide(StoredDecision stored) {
        DispatchRules rules = known.computeIfAbsent(stored.packVersions(), versions -> book.drafted(versions, draft));
        return new Again(Dispatch.whatIf(rules, stored.facts(), units), rules.calendar());
    }
}
