package org.mulin.ticket.internal.dispatch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.Settings;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.Versioned;
import org.mulin.policy.WorkingCalendar;
import org.mulin.policy.WorkingCalendar.DayException;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** The rules of today, or those that decided something before. */
@Component
public class RuleBook {
    private final Policy policy;

    RuleBook(Policy policy) {
        this.policy = policy;
    }

    public DispatchRules current() {
        return read(Map.of());
    }

    /** @param versions as {@link DispatchRules#versions} had them */
    public DispatchRules at(Map<String, Long> versions) {
        return read(versions);
    }

    private DispatchRules read(Map<String, Long> versions) {
        Versioned<Matters> matters = table(MattersTable.class, "matters", versions);
        Versioned<DutyList> duty = table(DutyTable.class, "duty", versions);
        Versioned<Map<LocalDate, DayException>> calendar = table(CalendarTable.class, "calendar", versions);
        Versioned<City> city = table(CityTable.class, "pack", versions);
        Versioned<Settings> settings = table(SettingsTable.class, "settings", versions);
        Map<String, Long> used = new LinkedHashMap<>();
        for (Versioned<?> each : List.of(matters, duty, calendar, city, settings)) {
            used.put(each.table(), each.version());
        }
        return new DispatchRules(
                matters.content(),
                duty.content(),
                WorkingCalendar.of(city.content(), calendar.content()),
                settings.content(),
                used);
    }

    private <T> Versioned<T> table(Class<? extends PackTable<T>> table, String name, Map<String, Long> versions) {
        Long version = versions.get(name);
        return version == null ? policy.current(table) : policy.version(table, version);
    }
}
