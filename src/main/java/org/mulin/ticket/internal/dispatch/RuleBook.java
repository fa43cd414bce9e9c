package org.mulin.ticket.internal.dispatch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.Draft;
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
    /** Names of the tables that decide. */
    public static final Set<String> TABLES = Set.of("matters", "duty", "calendar", "pack", "settings");

    private final Policy policy;

    RuleBook(Policy policy) {
        this.policy = policy;
    }

    public DispatchRules current() {
        return read(Map.of(), null);
    }

    /** What is looked for today in what people write. */
    List<EmergencyLine> emergencies() {
        return policy.current(EmergenciesTable.class).content();
    }

    /** @param versions as {@link DispatchRules#versions} had them */
    public DispatchRules at(Map<String, Long> versions) {
        return read(versions, null);
    }

    /** The rules that decided something before, with a draft in the place of its table. */
    DispatchRules drafted(Map<String, Long> versions, Draft draft) {
        return read(versions, draft);
    }

    private DispatchRules read(Map<String, Long> versions, @Nullable Draft draft) {
        Versioned<Matters> matters = table(MattersTable.class, "matters", versions, draft);
        Versioned<DutyList> duty = table(DutyTable.class, "duty", versions, draft);
        Versioned<Map<LocalDate, DayException>> calendar = table(CalendarTable.class, "calendar", versions, draft);
        Versioned<City> city = table(CityTable.class, "pack", versions, draft);
        Versioned<Settings> settings = table(SettingsTable.class, "settings", versions, draft);
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

    private <T> Versioned<T> table(
            Class<? extends PackTable<T>> table, String name, Map<String, Long> versions, @Nullable Draft draft) {
        Long version = versions.get(name);
        Versioned<T> found = version == null ? policy.current(table) : policy.version(table, version);
        return draft == null ? found : draft.instead(found).orElse(found);
    }
}
