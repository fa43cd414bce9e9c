package org.mulin.notice.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** Arguments of texts: names and times as the catalogue's formats want them. */
@Component
class NoticeWords {
    private final Units units;
    private final Policy policy;

    NoticeWords(Units units, Policy policy) {
        this.units = units;
        this.policy = policy;
    }

    /** The matter's name; empty while it is not known. */
    String matter(@Nullable String code) {
        return code == null
                ? ""
                : policy.current(MattersTable.class)
                        .content()
                        .find(code)
                        .map(Matter::name)
                        .orElse(code);
    }

    String unit(UUID unitId) {
        return units.byId(unitId).name();
    }

    /** The moment by the city's clocks. */
    String time(Instant at) {
        return LocalDateTime.ofInstant(at, policy.city().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
