package org.mulin.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.WorkingCalendar.OfficeHours;
import org.springframework.stereotype.Component;

/** pack.yaml: which city the pack is for, since when, its office hours, the middle of its map, its sources. */
@Component
public final class CityTable implements PackTable<City> {
    private static final Set<String> KEYS =
            Set.of("code", "name", "timezone", "valid_from", "weekdays", "office_hours", "map_centre", "attribution");

    @Override
    public String name() {
        return "pack";
    }

    @Override
    public String file() {
        return "pack.yaml";
    }

    @Override
    public String title() {
        return "政策包说明";
    }

    @Override
    public Optional<City> parse(String text, PackProblems problems) {
        int before = problems.count();
        YamlSheet sheet = YamlSheet.read(file(), text, KEYS, problems);
        String code = sheet.text("code");
        if (code != null && !code.matches("\\d{12}")) {
            sheet.report("code", "city-code", code);
        }
        String name = sheet.text("name");
        ZoneId zone = parsed(sheet, "timezone", "timezone-unknown", ZoneId::of);
        LocalDate validFrom = parsed(sheet, "valid_from", "cell-not-date", LocalDate::parse);
        Set<DayOfWeek> weekdays = weekdays(sheet);
        List<OfficeHours> hours = hours(sheet);
        List<Double> centre = centre(sheet);
        List<String> attribution = sheet.list("attribution");
        return problems.count() > before || code == null || name == null || zone == null || validFrom == null
                ? Optional.empty()
                : Optional.of(new City(
                        code, name, zone, validFrom, weekdays, hours, centre.get(0), centre.get(1), attribution));
    }

    private static <V> @Nullable V parsed(YamlSheet sheet, String key, String fault, Function<String, V> reader) {
        String text = sheet.text(key);
        try {
            return text == null ? null : reader.apply(text);
        } catch (DateTimeException e) {
            sheet.report(key, fault, String.valueOf(text));
            return null;
        }
    }

    private static Set<DayOfWeek> weekdays(YamlSheet sheet) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : sheet.list("weekdays")) {
            try {
                days.add(DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                sheet.report("weekdays", "weekday-unknown", text);
            }
        }
        return days;
    }

    private static List<OfficeHours> hours(YamlSheet sheet) {
        var all = new ArrayList<OfficeHours>();
        LocalTime end = LocalTime.MIN;
        for (String text : sheet.list("office_hours")) {
            OfficeHours hours = hours(text);
            if (hours == null || hours.from().isBefore(end)) {
                sheet.report("office_hours", "office-hours", text);
            } else {
                end = hours.to();
                all.add(hours);
            }
        }
        return List.copyOf(all);
    }

    /** Null when they are none, or end before they begin. */
    private static @Nullable OfficeHours hours(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length != 2) {
                return null;
            }
            LocalTime from = LocalTime.parse(ends[0].strip());
            LocalTime to = LocalTime.parse(ends[1].strip());
            return from.isBefore(to) ? new OfficeHours(from, to) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<Double> centre(YamlSheet sheet) {
        List<String> texts = sheet.list("map_centre");
        try {
            List<Double> centre = texts.stream().map(Double::valueOf).toList();
            if (centre.size() == 2 && Math.abs(centre.get(0)) <= 180 && Math.abs(centre.get(1)) <= 90) {
                return centre;
            }
        } catch (NumberFormatException e) {
            // reported below, like every other centre that is none
        }
        if (!texts.isEmpty()) {
            sheet.report("map_centre", "map-centre", String.join(", ", texts));
        }
        return List.of(0.0, 0.0);
    }
}
