package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.organization.Unit;

/**
 * 准入事项: one line of the admission list.
 *
 * @param senders unit codes, or {@code kind:} and a kind of unit; who may ask it of communities
 * @param areas codes of the areas in which it may be asked; none means the whole city
 * @param times how often at most in each {@code per}
 * @param hours work of one time, for one community
 * @param from first day, {@code to} last day on which it may be asked; null: until the list changes
 * @param support money, people and facilities that go with it; "" when none
 * @param costYuan of an app in a year; null when not known or no app
 * @param overlaps codes of apps that do much the same
 */
record AdmissionItem(
        String code,
        String name,
        ItemKind kind,
        List<String> senders,
        List<String> areas,
        String basis,
        String about,
        int times,
        Per per,
        BigDecimal hours,
        LocalDate from,
        @Nullable LocalDate to,
        String support,
        @Nullable Integer costYuan,
        List<String> overlaps) {
    /** Before a kind of unit. */
    static final String KIND = "kind:";

    AdmissionItem {
        senders = List.copyOf(senders);
        areas = List.copyOf(areas);
        overlaps = List.copyOf(overlaps);
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean isSentBy(Unit unit) {
        return senders.contains(unit.code()) || senders.contains(KIND + unit.kind());
    }

    boolean overlapsInTime(AdmissionItem other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
