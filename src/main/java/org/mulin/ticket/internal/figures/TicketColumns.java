package org.mulin.ticket.internal.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import org.mulin.base.AreaRange;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFigures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers from columns in memory. Each answer first reads what has changed, so it is never older than the question. */
@Component
class TicketColumns implements TicketFigures {
    private final ColumnQueries queries;
    private final Clock clock;
    private final Columns columns = new Columns();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long nextXact;

    TicketColumns(ColumnQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A city's tickets take seconds to read the first time; nobody need wait for that. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("ticket-columns").start(this::catchUp);
    }

    private void catchUp() {
        lock.writeLock().lock();
        try {
            nextXact = queries.changedSince(nextXact, columns::put);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T upToDate(LongFunction<T> answer) {
        catchUp();
        lock.readLock().lock();
        try {
            return answer.apply(Columns.micros(clock.instant()));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Counted count(Question question) {
        return upToDate(now_us -> new Count(columns, question, now_us).made());
    }

    @Override
    public List<Source> sources(AreaRange range, Instant from, Instant to, List<AreaRange> children) {
        return upToDate(now_us -> {
            int[] childOf = Count.childOf(columns, range, children);
            int matters = columns.matters.size();
            int[] residents = new int[(children.size() + 1) * matters];
            int[] grids = new int[residents.length];
            long from_us = Columns.micros(from);
            long to_us = Columns.micros(to);
            for (int line = 0; line < columns.size(); line++) {
                int child = childOf[columns.area[line]];
                if (child >= 0 && columns.opened_us[line] >= from_us && columns.opened_us[line] < to_us) {
                    int[] side = columns.channel[line] == Channel.GRID.ordinal() ? grids : residents;
                    side[child * matters + columns.matter[line]]++;
                }
            }
            List<Source> sources = new ArrayList<>();
            for (int cell = 0; cell < residents.length; cell++) {
                if (residents[cell] + grids[cell] > 0) {
                    String matter = columns.matters.value(cell % matters);
                    sources.add(new Source(cell / matters, matter, residents[cell], grids[cell]));
                }
            }
            return sources;
        });
    }

    @Override
    public Map<String, Standing> standing(AreaRange range) {
        return upToDate(now_us -> {
            int[] childOf = Count.childOf(columns, range, List.of());
            Histogram areas = new Histogram(columns.areas.size());
            for (int line = 0; line < columns.size(); line++) {
                if (columns.isOpen(line) && childOf[columns.area[line]] >= 0) {
                    areas.stand(columns.area[line], columns.flags(line, now_us));
                }
            }
            Map<String, Standing> standing = new HashMap<>();
            for (int area = 0; area < columns.areas.size(); area++) {
                Tally tally = areas.tally(area);
                if (tally.open() > 0) {
                    standing.put(columns.areas.value(area), new Standing(tally.open(), tally.overdue()));
                }
            }
            return standing;
        });
    }

    @Override
    public List<Dot> overdue(AreaRange range, int limit) {
        return upToDate(now_us -> {
            int[] childOf = Count.childOf(columns, range, List.of());
            Comparator<Integer> byDue = Comparator.comparingLong(line -> columns.due_us[line]);
            PriorityQueue<Integer> worst = new PriorityQueue<>(byDue.reversed());
            for (int line = 0; line < columns.size(); line++) {
                if (columns.isOpen(line) && columns.due_us[line] < now_us && childOf[columns.area[line]] >= 0) {
                    worst.add(line);
                    if (worst.size() > limit) {
                        worst.remove();
                    }
                }
            }
            return worst.stream()
                    .sorted(byDue)
                    .map(line -> columns.dot(line, now_us))
                    .toList();
        });
    }

    @Override
    public Spread spread(Window window) {
        return upToDate(now_us -> new Spreading(columns, window, now_us).made());
    }
}
