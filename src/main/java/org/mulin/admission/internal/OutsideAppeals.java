package org.mulin.admission.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.BurdenViews.OutsideAppealRow;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.OutsideDuty;
import org.springframework.stereotype.Component;

/** The appeals behind the meter's figure: moved to a community by hand, outside of its duty; no words of anybody. */
@Component
class OutsideAppeals {
    private final Positions positions;
    private final OutsideDuty outsideDuty;

    OutsideAppeals(Positions positions, OutsideDuty outsideDuty) {
        this.positions = positions;
        this.outsideDuty = outsideDuty;
    }

    /** In the area that the actor oversees. */
    Page<OutsideAppealRow> page(
            Actor actor,
            @Nullable UUID byUnitId,
            @Nullable UUID communityId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String cursor,
            int limit) {
        actor.require(AdmissionRights.READ);
        var wanted = new OutsideDuty.Wanted(
                positions.overseen(actor),
                byUnitId,
                communityId,
                from == null ? LocalDate.EPOCH : from,
                to == null ? LocalDate.of(9999, 12, 31) : to);
        Page<OutsideDuty.Moved> found = outsideDuty.page(wanted, cursor, limit);
        return new Page<>(found.items().stream().map(this::row).toList(), found.next());
    }

    private OutsideAppealRow row(OutsideDuty.Moved moved) {
        return new OutsideAppealRow(
                moved.id(),
                moved.ticketId(),
                moved.number(),
                moved.matterName(),
                positions.unitName(moved.byUnitId()),
                positions.unitName(moved.communityId()),
                moved.day());
    }
}
