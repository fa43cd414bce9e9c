package org.mulin.ticket;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.base.Page;

/**
 * 职责外诉求: appeals that a person moved to a community, or one of its grids, although the duty list gives the community
 * no part in their matter. It may do that, for somebody must begin; each time is kept, so that the burden can be seen.
 */
public interface OutsideDuty {
    /**
     * Which of them.
     *
     * @param range of the communities' areas
     * @param byUnitId who moved them; null: anybody
     * @param communityId null: all of the range
     * @param from first day, {@code to} last day on which they were moved
     */
    record Wanted(
            AreaRange range,
            @Nullable UUID byUnitId,
            @Nullable UUID communityId,
            LocalDate from,
            LocalDate to) {}

    /** How often one unit moved something to one community in one month. */
    record Sum(YearMonth month, UUID byUnitId, UUID communityId, int times) {}

    /** @param matterName null while nobody had decided it */
    record Moved(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matterName,
            UUID byUnitId,
            UUID communityId,
            LocalDate day) {}

    /** One query. */
    List<Sum> sums(Wanted wanted);

    /** Newest first. */
    Page<Moved> page(Wanted wanted, @Nullable String cursor, int limit);
}
