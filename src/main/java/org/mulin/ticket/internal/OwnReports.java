package org.mulin.ticket.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.Channel;
import org.springframework.stereotype.Component;

/** Knows which appeals communities and their grids bring in of their own sight: nobody is rated by what they report. */
@Component
class OwnReports {
    private static final List<String> KINDS = List.of(Unit.COMMUNITY_COMMITTEE, Unit.GRID_STATION);

    private final Units units;

    OwnReports(Units units) {
        this.units = units;
    }

    /** Null for what residents ask, themselves or through somebody who files for them. */
    @Nullable
    OwnReport of(NewAppeal appeal) {
        Reporter reporter = appeal.reporter();
        if (appeal.channel() != Channel.GRID || reporter == null || reporter.consent() != null) {
            return null;
        }
        Unit unit = units.byId(reporter.unitId());
        if (!KINDS.contains(unit.kind())) {
            return null;
        }
        Unit community = Optional.of(unit)
                .filter(own -> own.kind().equals(Unit.COMMUNITY_COMMITTEE))
                .or(() -> units.nearest(Unit.COMMUNITY_COMMITTEE, unit.areaKey()))
                .orElse(unit);
        return new OwnReport(Stream.of(unit.id(), community.id()).distinct().toList(), community.areaKey());
    }
}
