package org.mulin.admission.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.grid.TaskAdmission;
import org.springframework.stereotype.Component;

/** Nobody reaches a community's grids past the community: it gives them its own work, or what it has received. */
@Component
class GridGate implements TaskAdmission {
    private static final int SOURCES_MAX = 100;

    private final Positions positions;
    private final CommunityTaskQueries tasks;

    GridGate(Positions positions, CommunityTaskQueries tasks) {
        this.positions = positions;
        this.tasks = tasks;
    }

    @Override
    public void admit(Actor actor, @Nullable UUID source) {
        if (!positions.isCommunity(actor)) {
            throw Refused.of("admission-past-community", positions.unit(actor).name());
        }
        if (source != null
                && sources(actor).stream().noneMatch(known -> known.id().equals(source))) {
            throw Refused.of("admission-source").at("sourceId");
        }
    }

    @Override
    public List<TaskSource> sources(Actor actor) {
        return positions.isCommunity(actor)
                ? tasks.beingDone(positions.unit(actor).id(), SOURCES_MAX)
                : List.of();
    }
}
