package org.mulin.ticket.internal.figures;

import static org.mulin.ticket.internal.figures.Columns.MASKS;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;

/** Counts by one dimension: one addition a ticket, whatever sets it is in; the sets are told apart at the end. */
final class Histogram {
    private final int[] registered;
    private final int[] open;
    private final int[] overdue;

    Histogram(int values) {
        registered = new int[values * MASKS];
        open = new int[values];
        overdue = new int[values];
    }

    void register(int value, int flags) {
        registered[value * MASKS + flags]++;
    }

    void stand(int value, int flags) {
        open[value]++;
        if ((flags & Columns.bit(TicketSet.OVERDUE)) != 0) {
            overdue[value]++;
        }
    }

    Tally tally(int value) {
        int[] masks = Arrays.copyOfRange(registered, value * MASKS, (value + 1) * MASKS);
        return new Tally(
                IntStream.of(masks).sum(),
                open[value],
                overdue[value],
                in(masks, TicketSet.DUE_RESPONSE),
                in(masks, TicketSet.RESPONDED),
                in(masks, TicketSet.JUDGED),
                in(masks, TicketSet.SOLVED),
                in(masks, TicketSet.SATISFIED),
                in(masks, TicketSet.NEUTRAL));
    }

    private static int in(int[] masks, TicketSet set) {
        int bit = Columns.bit(set);
        int sum = 0;
        for (int mask = 0; mask < masks.length; mask++) {
            if ((mask & bit) != 0) {
                sum += masks[mask];
            }
        }
        return sum;
    }

    boolean isEmpty(int value) {
        if (open[value] > 0) {
            return false;
        }
        for (int mask = value * MASKS; mask < (value + 1) * MASKS; mask++) {
            if (registered[mask] > 0) {
                return false;
            }
        }
        return true;
    }
}
