package org.mulin.triage;

import org.jspecify.annotations.Nullable;

/**
 * 把握依据: what stands behind the probability that a model gives a matter. Kept with each decision.
 *
 * @param modelVersion the model that read
 * @param cold how likely the seed phrases alone make the same matter, 0 to 1
 * @param confirmed tickets of the matter that people had decided and the model learnt from
 * @param unfamiliar the share of the message's words that the model has hardly seen, 0 to 1; null in decisions of
 *     before it was kept
 * @param heldBack how the model did on tickets that it never learnt from; null when there were none
 */
public record Backing(
        long modelVersion,
        double cold,
        int confirmed,
        @Nullable Double unfamiliar,
        @Nullable HeldBack heldBack) {
    /**
     * @param tickets that people had decided and that were kept back from learning
     * @param right the share of the right ones among those that the model was at least as sure of; 0 where these are
     *     too few to tell
     */
    public record HeldBack(int tickets, double right) {}
}
