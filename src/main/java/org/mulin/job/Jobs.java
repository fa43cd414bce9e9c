package org.mulin.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mulin.base.Actor;

/** The long work of all nodes. Who may see or cancel a job is for the module to say that queued it. */
public interface Jobs {
    /**
     * Queues work in the caller's transaction; a node begins it soon after the commit.
     *
     * @param parameters JSON for the handler
     */
    UUID queue(String handler, String parameters, Actor actor);

    Optional<Job> find(UUID id);

    Map<UUID, Job> findAll(List<UUID> ids);

    /** Asks for an end after the batch being written; a job that is over stays as it is. */
    void cancel(UUID id);

    /**
     * Rows that were sent back or remarked, batch by batch in the order of the file.
     *
     * @param skip how many of them to leave out
     */
    List<RejectedRow> rejected(UUID id, long skip, int limit);
}
