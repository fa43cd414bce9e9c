package org.mulin.admission.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** In which stretch of the calendar a frequency is counted. */
enum Per {
    WEEK(52) {
        @Override
        LocalDate begin(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    MONTH(12) {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    QUARTER(4) {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1).withMonth(day.getMonthValue() - (day.getMonthValue() - 1) % 3);
        }
    },
    YEAR(1) {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfYear(1);
        }
    };

    private final int inAYear;

    Per(int inAYear) {
        this.inAYear = inAYear;
    }

    /** First day of the stretch that the day lies in. */
    abstract LocalDate begin(LocalDate day);

    /** How many of them a year has. */
    int inAYear() {
        return inAYear;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code in texts.csv. */
    String textCode() {
        return "admission.per." + name();
    }

    static Per ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
