package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a community, or all communities of an area, carry. */
final class BurdenViews {
    private BurdenViews() {}

    /**
     * @param hours of the list's tasks: spent where they are done, else as the list says
     * @param outside how often units asked for something that no list has, tasks given back for it among them;
     *     {@code outsideHours} what it took
     * @param chores outside duty for residents and others, {@code choreHours} what they took
     * @param appeals how often appeals were moved to a community that the duty list gives no part in their matter
     */
    record BurdenSum(
            int tasks,
            int forms,
            BigDecimal hours,
            int outside,
            BigDecimal outsideHours,
            int chores,
            BigDecimal choreHours,
            int appeals) {}

    /** @param matterName null while nobody had decided it */
    record OutsideAppealRow(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matterName,
            String movedBy,
            String communityName,
            LocalDate day) {}

    record BurdenUnitRow(UUID unitId, String unitName, BurdenSum sum) {}

    /** @param month such as 2026-11 */
    record BurdenMonthRow(String month, BurdenSum sum) {}

    /**
     * @param communities how many lie in the area
     * @param byUnit who asks, the most hours first; {@code byCommunity} who carries
     */
    record BurdenView(
            LocalDate from,
            LocalDate to,
            String areaName,
            int communities,
            BurdenSum total,
            List<BurdenMonthRow> byMonth,
            List<BurdenUnitRow> byUnit,
            List<BurdenUnitRow> byCommunity) {}
}
