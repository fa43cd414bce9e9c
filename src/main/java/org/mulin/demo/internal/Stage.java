package org.mulin.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets acts happen in the order of their time, several at once, and sets the clock as they begin. An act may bring
 * forth later acts, none sooner than {@link #STEP_MIN} after it; so whatever lies nearer than that to everything that
 * is still going on can begin already, and the clock never goes back.
 */
final class Stage {
    static final Duration STEP_MIN = Duration.ofMinutes(15);
    /** While somebody waits for a code of five minutes, the clock must not run away. */
    static final Duration STILL = Duration.ofMinutes(2);

    private static final int AT_ONCE_MAX = 8;

    private final DemoClock clock;
    private final Instant end;
    private final PriorityQueue<Act> waiting =
            new PriorityQueue<>(Comparator.comparing(Act::at).thenComparing(Act::number));
    private final Map<Act, Instant> goingOn = new HashMap<>();
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
    private long number;

    Stage(DemoClock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** @param slack how far the clock may go on while it happens */
    private record Act(Instant at, Duration slack, long number, Runnable what) {}

    /** What lies after the beginning of the demo is left for visitors to do. */
    synchronized void add(Instant at, Duration slack, Runnable what) {
        if (at.isBefore(end)) {
            waiting.add(new Act(at, slack, ++number, what));
        }
    }

    interface Progress {
        void at(Instant now);
    }

    /** Until nothing is left to happen. */
    void run(Progress progress) {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Act act = next(); act != null; act = next()) {
                Act one = act;
                progress.at(one.at());
                people.execute(() -> happen(one));
            }
        }
        RuntimeException cause = broken.get();
        if (cause != null) {
            throw cause;
        }
    }

    private void happen(Act act) {
        try {
            act.what().run();
        } catch (RuntimeException e) {
            broken.compareAndSet(null, e);
        } finally {
            over(act);
        }
    }

    private synchronized void over(Act act) {
        goingOn.remove(act);
        notifyAll();
    }

    /** Waits until the next act may begin; null when all is over or something broke. */
    private synchronized @Nullable Act next() {
        while (broken.get() == null) {
            Act first = waiting.peek();
            if (first == null && goingOn.isEmpty()) {
                return null;
            }
            if (first != null && mayBegin(first)) {
                waiting.remove();
                goingOn.put(first, first.at().plus(first.slack()));
                clock.play(first.at());
                return first;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private boolean mayBegin(Act act) {
        return goingOn.size() < AT_ONCE_MAX
                && goingOn.values().stream().noneMatch(limit -> act.at().isAfter(limit));
    }
}
