package org.mulin.grid;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;

/**
 * 任务准入: who may give tasks to grids, and out of what. Implemented by the module that keeps the admission list: what a
 * unit may not ask of a community, it may not ask of the community's grids either.
 */
public interface TaskAdmission {
    /** A task of the community that can be passed on to its grids. */
    record TaskSource(UUID id, String title) {}

    /**
     * Lets a task to grids pass.
     *
     * @param source the community's task that it is part of; null: the community's own work
     * @throws Refused naming the rule that forbids it
     */
    void admit(Actor actor, @Nullable UUID source);

    /** What the actor's community can pass on, the newest first. */
    List<TaskSource> sources(Actor actor);
}
