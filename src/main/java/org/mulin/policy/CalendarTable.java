package org.mulin.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.policy.WorkingCalendar.DayException;
import org.springframework.stereotype.Component;

/** calendar.csv: holidays and make-up working days (调休), as the State Council announces them year by year. */
@Component
public final class CalendarTable extends CsvTable<Map<LocalDate, DayException>> {
    public CalendarTable() {
        super(
                "calendar",
                "工作日历",
                Column.date("date").asKey(),
                Column.choice("kind", "off", "work"),
                Column.text("name"));
    }

    @Override
    protected Map<LocalDate, DayException> read(List<Row> rows, PackProblems problems) {
        Map<LocalDate, DayException> days = new HashMap<>();
        rows.forEach(row ->
                days.put(row.date("date"), new DayException(row.text("kind").equals("work"), row.text("name"))));
        return Map.copyOf(days);
    }

    /** A holiday on a weekend is fine (it has a name); a make-up day that is a weekday anyway is a slip. */
    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(CityTable.class).ifPresent(city -> checkWeekdays(city, pack, problems));
    }

    private static void checkWeekdays(City city, PackContents pack, PackProblems problems) {
        for (Row row : pack.rows(CalendarTable.class)) {
            boolean weekday = city.weekdays().contains(row.date("date").getDayOfWeek());
            if (weekday && row.text("kind").equals("work")) {
                problems.add(row, "date", "calendar-weekday", row.text("date"));
            }
        }
    }
}
