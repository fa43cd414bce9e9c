package org.mulin.ticket.internal;

import java.util.List;
import org.mulin.base.Actor;

/** Takes appeals in by the batch. */
public interface Intake {
    /** Most appeals in one batch. */
    int BATCH_MAX = 500;

    /**
     * Registers, reads and dispatches each appeal, in one transaction (the caller's when there is one): all are durable
     * after it or none. Safe to repeat: an appeal whose channel and external id are known, from an earlier batch or
     * earlier in this one, is not taken again. Appeals must keep the bounds of {@link NewAppeal}.
     *
     * @return what became of each, in the order of the batch
     */
    List<Taken> registerBatch(Actor actor, List<NewAppeal> batch);
}
