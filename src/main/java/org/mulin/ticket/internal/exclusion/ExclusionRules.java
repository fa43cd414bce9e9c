package org.mulin.ticket.internal.exclusion;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.organization.Units;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.Deadline;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.internal.ExclusionSteps;
import org.mulin.ticket.internal.ExclusionSteps.Subject;
import org.springframework.stereotype.Component;

/** What the pack in force says about leaving tickets out, and who may decide about whom. */
@Component
class ExclusionRules {
    private final Policy policy;
    private final Units units;
    private final Areas areas;

    ExclusionRules(Policy policy, Units units, Areas areas) {
        this.policy = policy;
        this.units = units;
        this.areas = areas;
    }

    Versioned<List<ExclusionRule>> current() {
        return policy.current(ExclusionsTable.class);
    }

    Optional<ExclusionRule> find(String code) {
        return current().content().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst();
    }

    /** Until when a unit may ask for this reason. */
    Instant until(ExclusionRule rule, Instant since) {
        WorkingCalendar calendar = WorkingCalendar.of(
                policy.city(), policy.current(CalendarTable.class).content());
        return Deadline.of(since, rule.within(), calendar).at();
    }

    /** In what capacities this actor may act on the unit's application about this ticket. */
    Set<ExclusionParty> parties(Actor actor, UUID applicant, Subject ticket) {
        Set<ExclusionParty> parties = EnumSet.noneOf(ExclusionParty.class);
        UUID own = actor.unitId();
        if (own == null) {
            return parties;
        }
        if (own.equals(applicant) && ExclusionSteps.handles(actor)) {
            parties.add(ExclusionParty.UNIT);
        }
        boolean party = own.equals(applicant) || ticket.parties().contains(own);
        if (!party
                && ExclusionSteps.reviews(actor)
                && actor.scope().contains(ticket.areaKey())
                && isAbove(own, applicant)) {
            parties.add(ExclusionParty.REVIEWER);
        }
        return parties;
    }

    /** Of a higher level; nobody stands above the city, so there another unit of the city decides. */
    private boolean isAbove(UUID reviewer, UUID applicant) {
        AreaLevel level = level(reviewer);
        return level == AreaLevel.CITY || level.compareTo(level(applicant)) < 0;
    }

    private AreaLevel level(UUID unitId) {
        return areas.tree().byKey(units.byId(unitId).areaKey()).map(Area::level).orElse(AreaLevel.CITY);
    }

    /** The later of the two; null when there is neither. */
    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
