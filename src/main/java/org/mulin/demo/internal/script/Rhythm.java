package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** When people complain of what: weekdays, seasons, rain and hours. */
final class Rhythm {
    private static final int RAINY_PERCENT = 22;
    /** Monday to Sunday: what waited over the weekend comes on Monday. */
    private static final List<Double> WEEKDAYS = List.of(1.35, 1.15, 1.05, 1.0, 1.0, 0.75, 0.6);

    private static final int[] ALL_DAY = {7, 8, 9, 9, 10, 10, 11, 12, 14, 15, 15, 16, 17, 18, 19, 20, 21};
    private static final Map<String, int[]> HOURS = Map.of(
            "day", new int[] {8, 9, 10, 11, 12, 14, 15, 16, 17},
            "morning", new int[] {6, 7, 7, 8, 8, 9, 10, 12, 18},
            "evening", new int[] {12, 17, 18, 19, 19, 20, 20, 21},
            "night", new int[] {0, 1, 7, 8, 9, 20, 21, 22, 22, 23, 23, 23});

    /** @param months like {@code 9-3}, or empty for all */
    record Habit(String matter, double weight, String months, String rain, String hours) {
        static final Habit PLAIN = new Habit("", 1, "", "", "");

        boolean inSeason(int month) {
            if (months.isEmpty()) {
                return true;
            }
            String[] ends = months.split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[1]);
            return from <= to ? month >= from && month <= to : month >= from || month <= to;
        }
    }

    private final Map<String, Habit> habits = new HashMap<>();

    private Rhythm() {}

    static Rhythm read(Path folder) {
        Rhythm rhythm = new Rhythm();
        Sheet.rows(
                        folder.resolve("matters.csv"),
                        row -> new Habit(
                                row.get("matter"),
                                Double.parseDouble(row.get("weight")),
                                row.get("months"),
                                row.get("rain"),
                                row.get("hours")))
                .forEach(habit -> rhythm.habits.put(habit.matter(), habit));
        return rhythm;
    }

    Map<String, Habit> habits() {
        return habits;
    }

    double of(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1)
                * (0.92 + Math.floorMod(day.hashCode() * 37, 17) / 100.0);
    }

    static boolean isRainy(LocalDate day) {
        return Math.floorMod((int) (day.toEpochDay() / 2) * 0x9E3779B1, 100) < RAINY_PERCENT;
    }

    /** How much of the matter is heard on this day. */
    double of(String matter, LocalDate day) {
        Habit habit = habits.getOrDefault(matter, Habit.PLAIN);
        double season = habit.inSeason(day.getMonthValue()) ? 1 : 0.12;
        double weather = switch (habit.rain()) {
            case "wet" -> isRainy(day) ? 5 : 0.5;
            case "dry" -> isRainy(day) ? 0.25 : 1.1;
            default -> 1;
        };
        return habit.weight() * season * weather;
    }

    LocalTime hour(String matter, RandomGenerator random) {
        int[] hours =
                HOURS.getOrDefault(habits.getOrDefault(matter, Habit.PLAIN).hours(), ALL_DAY);
        return LocalTime.of(hours[random.nextInt(hours.length)], random.nextInt(60), random.nextInt(60));
    }
}
