package org.mulin.ticket.internal.figures;

import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;

/**
 * Counts by one dimension: one addition a ticket, whatever sets of the rates it is in; the sets are told apart at the
 * end. The few tickets that stand beside the rates are counted set by set, so that these sets cost no memory where
 * there is none.
 */
final class Histogram {
    private static final TicketSet[] SETS = TicketSet.values();
    /** The sets of the rates lie side by side: from this one, below {@link #APART}. */
    private static final int RATES = TicketSet.DUE_RESPONSE.ordinal();

    private static final int APART = TicketSet.EXCLUDED.ordinal();
    private static final int MASKS = 1 << (APART - RATES);
    private static final int BESIDE = SETS.length - APART;

    private final int values;
    private final int[] registered;
    private final int[] open;
    private final int[] overdue;
    private int @Nullable [] beside;

    Histogram(int values) {
        this.values = values;
        registered = new int[values * MASKS];
        open = new int[values];
        overdue = new int[values];
    }

    void register(int value, int flags) {
        registered[value * MASKS + (flags >>> RATES & MASKS - 1)]++;
        if (flags >>> APART != 0) {
            registerBeside(value, flags >>> APART);
        }
    }

    private void registerBeside(int value, int flags) {
        int[] counts = beside;
        if (counts == null) {
            counts = new int[values * BESIDE];
            beside = counts;
        }
        for (int set = 0; set < BESIDE; set++) {
            counts[value * BESIDE + set] += flags >>> set & 1;
        }
    }

    void stand(int value, int flags) {
        open[value]++;
        if ((flags & Columns.bit(TicketSet.OVERDUE)) != 0) {
            overdue[value]++;
        }
    }

    Tally tally(int value) {
        return new Tally(
                registered(value),
                open[value],
                overdue[value],
                in(value, TicketSet.DUE_RESPONSE),
                in(value, TicketSet.RESPONDED),
                in(value, TicketSet.JUDGED),
                in(value, TicketSet.SOLVED),
                in(value, TicketSet.SCORED),
                in(value, TicketSet.SATISFIED),
                in(value, TicketSet.NEUTRAL),
                beside == null
                        ? Apart.NONE
                        : new Apart(
                                beside(value, TicketSet.EXCLUDED),
                                beside(value, TicketSet.EXCLUDED_RESPONSE),
                                beside(value, TicketSet.EXCLUDED_RESOLUTION),
                                beside(value, TicketSet.EXCLUDED_SATISFACTION),
                                beside(value, TicketSet.UNREACHABLE),
                                beside(value, TicketSet.UNREACHABLE_RESOLUTION),
                                beside(value, TicketSet.UNREACHABLE_SATISFACTION),
                                beside(value, TicketSet.OWN_REPORT)));
    }

    private int beside(int value, TicketSet set) {
        return beside == null ? 0 : beside[value * BESIDE + set.ordinal() - APART];
    }

    private int registered(int value) {
        int sum = 0;
        for (int mask = 0; mask < MASKS; mask++) {
            sum += registered[value * MASKS + mask];
        }
        return sum;
    }

    private int in(int value, TicketSet set) {
        int bit = Columns.bit(set) >>> RATES;
        int sum = 0;
        for (int mask = 0; mask < MASKS; mask++) {
            if ((mask & bit) != 0) {
                sum += registered[value * MASKS + mask];
            }
        }
        return sum;
    }

    boolean isEmpty(int value) {
        return open[value] == 0 && registered(value) == 0;
    }
}
