package org.mulin.ticket.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Ids;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.CityTable;
import org.mulin.policy.Deadline;
import org.mulin.policy.DeadlineStepKind;
import org.mulin.policy.Limit;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackContents;
import org.mulin.policy.Term;
import org.mulin.policy.WorkingCalendar;

/** Random lives of a clock: whatever is asked, granted, continued and ended, and whenever. */
class ClockSequenceTest {
    private static final WorkingCalendar CALENDAR = calendar();
    private static final UUID UNIT = Ids.next();

    private static WorkingCalendar calendar() {
        PackContents pack = PackCheck.read(Path.of("packs/xinyu"), PackCheck.tables());
        return WorkingCalendar.of(
                pack.find(CityTable.class).orElseThrow(),
                pack.find(CalendarTable.class).orElseThrow());
    }

    @Test
    void noClockStandsTwiceAndTheTermExplainsTheDeadline() {
        SplittableRandom random = new SplittableRandom(20261130);
        for (int life = 0; life < 3_000; life++) {
            Life clock = new Life(random);
            for (int step = 0; step < 15; step++) {
                clock.step(random);
                clock.holds();
            }
        }
    }

    /** As the service keeps it, without database and without people. */
    private static final class Life {
        private final Reckonings.Basis basis;
        private final List<Deferral> all = new ArrayList<>();
        private Instant now;
        private Instant due;

        Life(SplittableRandom random) {
            now = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(700 * 1440)));
            Limit limit = Limit.of(1 + random.nextInt(9) + (random.nextBoolean() ? "wd" : "d"));
            basis = new Reckonings.Basis(now, limit, Map.of());
            due = reckoned();
        }

        private static Instant until(Deferral pausing) {
            return Objects.requireNonNull(pausing.pausedUntil());
        }

        private Instant reckoned() {
            return Deadline.of(Reckonings.term(basis, all), CALENDAR).at();
        }

        void step(SplittableRandom random) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(2 * 1440)));
            Deferral last = all.isEmpty() ? null : all.getLast();
            if (last != null && last.isPausing()) {
                paused(last, random);
            } else if (last != null && last.isOpen()) {
                boolean yes = now.isBefore(due) && random.nextBoolean();
                replace(yes ? granted(last) : last.decided(DeferralState.DENIED, now));
            } else if (now.isBefore(due)) {
                all.add(asked(random.nextBoolean() ? DeferralKind.SUSPENSION : DeferralKind.EXTENSION));
            }
        }

        private void paused(Deferral last, SplittableRandom random) {
            Instant before = due;
            if (!now.isBefore(until(last))) {
                replace(last.ended(now));
                assertThat(due).as("going on by itself changes nothing").isEqualTo(before);
            } else if (random.nextInt(3) == 0) {
                replace(last.ended(now));
                assertThat(due).as("going on sooner puts nothing off").isBeforeOrEqualTo(before);
            } else if (random.nextInt(3) == 0) {
                Instant until = until(last).plus(Duration.ofDays(3));
                replace(last.pausing(Objects.requireNonNull(last.pausedFrom()), until.minusSeconds(60), until, now));
                assertThat(due).as("a longer pause brings nothing forward").isAfterOrEqualTo(before);
            }
        }

        private Deferral granted(Deferral asked) {
            return asked.kind() == DeferralKind.EXTENSION
                    ? asked.decided(DeferralState.GRANTED, now)
                    : asked.pausing(now, now.plus(Duration.ofDays(4)), now.plus(Duration.ofDays(5)), now);
        }

        private Deferral asked(DeferralKind kind) {
            boolean extension = kind == DeferralKind.EXTENSION;
            return new Deferral(
                    Ids.next(),
                    UNIT,
                    kind,
                    DeferralState.ASKED,
                    UNIT,
                    UNIT,
                    "原因",
                    "计划",
                    extension ? Limit.of("2wd") : null,
                    extension ? null : now.plus(Duration.ofDays(4)),
                    now,
                    null,
                    null,
                    null,
                    null,
                    null,
                    1);
        }

        private void replace(Deferral changed) {
            all.set(all.size() - 1, changed);
            due = reckoned();
        }

        void holds() {
            assertThat(all.stream().filter(Deferral::isOpen).count()).isLessThanOrEqualTo(1);
            Term term = Reckonings.term(basis, all);
            Deadline deadline = Deadline.of(term, CALENDAR);
            assertThat(deadline.at()).as("reckoned, never moved").isEqualTo(due);
            assertThat(deadline.steps().getLast().kind()).isEqualTo(DeadlineStepKind.DUE);
            for (Deferral pausing : all.stream().filter(Deferral::isPausing).toList()) {
                assertThat(due)
                        .as("nothing is due while its clock stands")
                        .isAfter(until(pausing).minusSeconds(1));
            }
        }
    }
}
