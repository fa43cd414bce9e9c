package org.mulin.insight.internal.honesty;

import java.util.Map;
import java.util.TreeMap;

/**
 * 疑点: one signal of one report, as the pack weighed it then.
 *
 * @param facts what it rests on: numbers, and ids of tickets and photos; nobody's words
 */
record Suspicion(HonestySignal signal, int weight, Map<String, String> facts) {
    /** The report that says the same, and its ticket. */
    static final String ENTRY = "entry";

    static final String TICKET = "ticket";
    static final String PHOTO = "photo";
    static final String OTHER_PHOTO = "otherPhoto";
    /** How much of it: a share, bits, hours, metres, seconds or a satisfaction. */
    static final String AMOUNT = "amount";

    Suspicion {
        facts = Map.copyOf(facts);
    }

    static Suspicion of(HonestyRule rule, Object amount) {
        return new Suspicion(rule.signal(), rule.weight(), Map.of(AMOUNT, amount.toString()));
    }

    Suspicion with(String fact, Object value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(fact, value.toString());
        return new Suspicion(signal, weight, more);
    }
}
