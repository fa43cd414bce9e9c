package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 申请内容: what would be asked of each community, how often, until when, and what goes with it.
 *
 * @param hours of one time, for one community
 * @param moneyYuan in a year, for all of them; {@code people} and {@code facilities} likewise
 * @param costYuan of an app in a year; null when it is none
 * @param overlapReason why an app is needed beside those that do much the same; null when there are none
 */
record AdmissionTerms(
        ItemKind kind,
        String title,
        String about,
        String basis,
        int times,
        Per per,
        BigDecimal hours,
        int moneyYuan,
        int people,
        String facilities,
        @Nullable Integer costYuan,
        List<String> overlaps,
        @Nullable String overlapReason,
        LocalDate from,
        LocalDate to) {
    AdmissionTerms {
        overlaps = List.copyOf(overlaps);
    }

    /** Work that one community would have with it in a year. */
    BigDecimal hoursInAYear() {
        return hours.multiply(BigDecimal.valueOf((long) times * per.inAYear()));
    }

    /** Asks less than before, or no more while it brings more. */
    boolean isLighterThan(AdmissionTerms before) {
        int hoursMore = hoursInAYear().compareTo(before.hoursInAYear());
        return hoursMore < 0 || (hoursMore == 0 && (moneyYuan > before.moneyYuan || people > before.people));
    }

    AdmissionTerms until(LocalDate last) {
        return new AdmissionTerms(
                kind,
                title,
                about,
                basis,
                times,
                per,
                hours,
                moneyYuan,
                people,
                facilities,
                costYuan,
                overlaps,
                overlapReason,
                from,
                last);
    }
}
