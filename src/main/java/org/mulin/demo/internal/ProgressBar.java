package org.mulin.demo.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Tells how far the play has come: a bar that fills on a terminal, a line for each tenth elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final String WORDS = "Playing the demo city 正在演示城市";

    private final PrintStream out;
    private final boolean terminal;
    private final Instant from;
    private final Instant to;
    private final ZoneId zone;
    private int shown = -1;

    ProgressBar(PrintStream out, boolean terminal, Instant from, Instant to, ZoneId zone) {
        this.out = out;
        this.terminal = terminal;
        this.from = from;
        this.to = to;
        this.zone = zone;
    }

    /** @param now of the played time */
    void at(Instant now, int tickets) {
        long whole = Math.max(1, Duration.between(from, to).toSeconds());
        long done = Math.clamp(Duration.between(from, now).toSeconds(), 0, whole);
        show((int) (100 * done / whole), LocalDate.ofInstant(now, zone), tickets);
    }

    void end(int tickets) {
        show(100, LocalDate.ofInstant(to, zone), tickets);
        if (terminal) {
            out.println();
        }
    }

    private void show(int percent, LocalDate day, int tickets) {
        int step = terminal ? percent : percent / 10;
        if (step == shown) {
            return;
        }
        shown = step;
        int full = percent * WIDTH / 100;
        String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
        out.printf(
                Locale.ROOT,
                terminal ? "\r%s %s %3d %%  %s  %,d tickets 件 " : "%s %s %3d %%  %s  %,d tickets 件%n",
                WORDS,
                bar,
                percent,
                day,
                tickets);
        out.flush();
    }
}
