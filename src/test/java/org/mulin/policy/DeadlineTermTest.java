package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mulin.base.Texts;

/**
 * Pauses and extensions, over the calendar of packs/xinyu: 2025 and 2026 as published, 2027 synthetic (its rows are
 * marked 暂定).
 */
class DeadlineTermTest {
    private static final int CASES = 100_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int STARTS_DAYS = 3 * 365;
    private static final WorkingCalendar CALENDAR = calendar();

    private static WorkingCalendar calendar() {
        PackContents pack = PackCheck.read(Path.of("packs/xinyu"), PackCheck.tables());
        return WorkingCalendar.of(
                pack.find(CityTable.class).orElseThrow(),
                pack.find(CalendarTable.class).orElseThrow());
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} = {4}: {5}")
    @CsvFileSource(resources = "/deadlines-by-hand.csv", numLinesToSkip = 1)
    void isWhatWasWorkedByHand(String start, String limit, String pauses, String extensions, String due, String why) {
        Term term = new Term(
                at(start),
                Limit.of(limit),
                parts(pauses).map(DeadlineTermTest::pause).toList(),
                parts(extensions).map(Limit::of).toList());
        assertThat(LocalDateTime.ofInstant(Deadline.of(term, CALENDAR).at(), SHANGHAI))
                .as(why)
                .isEqualTo(LocalDateTime.parse(due));
    }

    private static java.util.stream.Stream<String> parts(String cell) {
        return cell == null ? java.util.stream.Stream.of() : Arrays.stream(cell.split(";"));
    }

    private static Pause pause(String text) {
        String[] ends = text.split("/");
        return new Pause(at(ends[0]), at(ends[1]));
    }

    /** Nights, weekends, holidays and make-up days are starts like any other minute of the three years. */
    @Test
    void equalsTheMinuteReckonerAndTheProofAddsUp() {
        long began = System.nanoTime();
        MinuteReckoner naive = new MinuteReckoner(CALENDAR, FIRST, STARTS_DAYS + 2 * 365);
        SplittableRandom random = new SplittableRandom(20250101);
        int paused = 0;
        int extended = 0;
        for (int i = 0; i < CASES; i++) {
            Term term = term(random);
            Deadline deadline = Deadline.of(term, CALENDAR);
            if (!deadline.at().equals(naive.due(term))) {
                assertThat(deadline.at()).as("case " + i + ": " + term).isEqualTo(naive.due(term));
            }
            Proofs.check(term, deadline, CALENDAR);
            paused += term.pauses().isEmpty() ? 0 : 1;
            extended += term.extensions().size() > 1 ? 1 : 0;
        }
        assertThat(paused).isGreaterThan(CASES / 3);
        assertThat(extended).isGreaterThan(CASES / 10);
        System.out.printf(
                "deadlines: %,d terms (%,d paused, %,d extended more than once) equal the minute reckoner in %.1f s%n",
                CASES, paused, extended, (System.nanoTime() - began) / 1e9);
    }

    private static Term term(SplittableRandom random) {
        Instant start =
                FIRST.atStartOfDay(SHANGHAI).toInstant().plus(Duration.ofMinutes(random.nextInt(STARTS_DAYS * 1440)));
        List<Pause> pauses = new ArrayList<>();
        Instant free = start;
        for (int left = random.nextInt(4); left > 0; left--) {
            Instant from = free.plus(Duration.ofMinutes(random.nextInt(4 * 1440)));
            free = from.plus(Duration.ofMinutes(1 + random.nextInt(random.nextInt(3) == 0 ? 15 * 1440 : 1440)));
            pauses.add(new Pause(from, free));
        }
        List<Limit> extensions = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            extensions.add(limit(random, 3));
        }
        return new Term(start, limit(random, 12), pauses, extensions);
    }

    private static Limit limit(SplittableRandom random, int days_max) {
        LimitUnit unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
        boolean hours = unit == LimitUnit.URGENT_HOUR || unit == LimitUnit.WORKING_HOUR;
        return new Limit(1 + random.nextInt(hours ? 7 * days_max : days_max), unit);
    }

    @Test
    void saysWhatStoodStillAndWhatWasAdded() {
        Term term = new Term(
                at("2026-03-02T10:00"),
                Limit.of("2wd"),
                List.of(pause("2026-03-03T10:00/2026-03-04T10:00")),
                List.of(Limit.of("1wd")));
        Deadline deadline = Deadline.of(term, CALENDAR);
        assertThat(deadline.steps())
                .extracting(step -> Texts.in(Locale.SIMPLIFIED_CHINESE, step.said()))
                .containsExactly(
                        "3月2日周一 10:00 起，开始当日不计入",
                        "3月3日周二 10:00—3月4日周三 10:00 挂账，停止计时，其间不计",
                        "3月4日周三 计第 1 个工作日",
                        "3月5日周四 计第 2 个工作日",
                        "3月5日周四 17:30 下班时到期",
                        "批准延期 1 个工作日，自原到期时刻 3月5日周四 17:30 起续计",
                        "3月5日周四 17:30 起，开始当日不计入",
                        "3月6日周五 计第 1 个工作日",
                        "3月6日周五 17:30 下班时到期");
        assertThat(deadline.steps())
                .extracting(step -> Texts.in(Locale.ENGLISH, step.said()))
                .contains(
                        "Tue 3 Mar 10:00 to Wed 4 Mar 10:00: the clock stands still; nothing counts",
                        "Extended by 1 working day, counted on from Thu 5 Mar 17:30");
    }

    @Test
    void aClockIsNotStoppedTwice() {
        Pause first = pause("2026-03-03T10:00/2026-03-05T10:00");
        Pause second = pause("2026-03-04T10:00/2026-03-06T10:00");
        assertThatThrownBy(() -> new Term(at("2026-03-02T10:00"), Limit.of("3wd"), List.of(first, second), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pause(first.until(), first.from())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
