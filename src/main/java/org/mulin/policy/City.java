package org.mulin.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Which city a pack is for (pack.yaml).
 *
 * @param code 12-digit division code
 * @param validFrom day from which the tables of this pack are in force
 * @param officeHours office hours of a working day, in order, without overlap
 * @param weekdays days of the week on which offices work, unless calendar.csv says otherwise
 * @param mapCentre_lon WGS-84 degrees
 * @param attribution sources of the data, with their licences
 */
public record City(
        String code,
        String name,
        ZoneId zone,
        LocalDate validFrom,
        Set<DayOfWeek> weekdays,
        List<WorkingCalendar.OfficeHours> officeHours,
        double mapCentre_lon,
        double mapCentre_lat,
        List<String> attribution) {
    private static final int SIGNIFICANT_DIGITS = 4;

    /** The territory key of the whole city: what its division code says before the zeros (GB/T 2260). */
    public String areaKey() {
        return code.substring(0, SIGNIFICANT_DIGITS);
    }
}
