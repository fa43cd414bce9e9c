package org.mulin.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.ListFilter;

/** What residents file beside what grid workers report. */
final class SourcesViews {
    private SourcesViews() {}

    /**
     * One area or one class of matters.
     *
     * @param code null for what lies in no part, or in no class yet; then there is no list either
     * @param share of what grid workers reported in all; null without a ticket
     */
    record SourceLine(
            @Nullable String code,
            String name,
            int byResidents,
            int byGrids,
            @Nullable Double share,
            @Nullable ListFilter list) {}

    /** A class of matters that residents of an area keep filing, and of which its grids have reported nothing. */
    record SilentSpot(String areaName, String matterName, int byResidents, ListFilter list) {}

    /**
     * @param areas the parts of the area, most complaints first
     * @param matters classes of matters, most complaints first
     * @param spots most complaints first; {@code spotsTotal} of them in all
     * @param spotFrom so many complaints make a spot
     */
    record Sources(
            AreaRef area,
            List<AreaRef> path,
            LocalDate from,
            LocalDate to,
            Instant asOf,
            SourceLine whole,
            List<SourceLine> areas,
            List<SourceLine> matters,
            List<SilentSpot> spots,
            int spotsTotal,
            int spotFrom) {}
}
