package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Adds up a deadline's steps as a reader with a pencil would: from the steps alone, without reckoning anything. */
final class Proofs {
    private Proofs() {}

    static void check(Term term, Deadline deadline, WorkingCalendar calendar) {
        List<Limit> limits = new ArrayList<>(List.of(term.limit()));
        limits.addAll(term.extensions());
        int part = 0;
        int days = 0;
        Duration time = Duration.ZERO;
        LocalDate last = LocalDate.MIN;
        for (DeadlineStep step : deadline.steps()) {
            require(!step.date().isBefore(last) || step.kind() == DeadlineStepKind.PAUSED, term, step);
            last = step.date().isBefore(last) ? last : step.date();
            switch (step.kind()) {
                case COUNTED, DUE -> {
                    String code = step.said().code();
                    days += code.startsWith("deadline.counted") ? 1 : 0;
                    time = time.plus(counted(step));
                    require(code.equals("deadline.counted-wd") ? calendar.isWorkingDay(step.date()) : true, term, step);
                }
                case SKIPPED, MOVED -> require(!calendar.isWorkingDay(step.date()), term, step);
                case EXTENDED -> {
                    require(isWhole(limits.get(part++), days, time), term, step);
                    days = 0;
                    time = Duration.ZERO;
                }
                default -> {}
            }
        }
        DeadlineStep due = deadline.steps().getLast();
        require(part == limits.size() - 1 && isWhole(limits.get(part), days, time), term, due);
        require(due.kind() == DeadlineStepKind.DUE, term, due);
        require(moment(due).atZone(calendar.zone()).toInstant().equals(deadline.at()), term, due);
    }

    private static boolean isWhole(Limit limit, int days, Duration time) {
        return switch (limit.unit()) {
            case URGENT_HOUR, WORKING_HOUR -> time.equals(Duration.ofHours(limit.amount()));
            case WORKING_DAY, NATURAL_DAY -> days == limit.amount();
        };
    }

    private static Duration counted(DeadlineStep step) {
        List<String> told = step.said().arguments();
        return switch (step.said().code()) {
            case "deadline.hours", "deadline.stretch", "deadline.last-hours" ->
                Duration.between(LocalDateTime.parse(told.get(0)), LocalDateTime.parse(told.get(1)));
            case "deadline.last-stretch" -> Duration.parse(told.get(0));
            case "deadline.around-the-clock" -> Duration.ofHours(Long.parseLong(told.get(0)));
            default -> Duration.ZERO;
        };
    }

    private static LocalDateTime moment(DeadlineStep due) {
        List<String> told = due.said().arguments();
        return LocalDateTime.parse(told.get(due.said().code().equals("deadline.due") ? 0 : 1));
    }

    private static void require(boolean holds, Term term, DeadlineStep step) {
        if (!holds) {
            assertThat(holds).as("the proof adds up: %s at %s", term, step).isTrue();
        }
    }
}
