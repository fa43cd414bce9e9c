package org.mulin.triage.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 模型卡: what is known of a model that has just been made.
 *
 * @param learnt all corrections that there were, those held back among them
 * @param cold the model of the same catalogue that learnt from seed phrases only; null for itself
 * @param confirmed how many confirmed tickets of each matter it learnt from
 * @param trial how it did on the held-back tickets
 * @param rival the model that was in service, tried on the same tickets; null when nothing was compared
 */
record ModelCard(
        long catalogueVersion,
        Learnt learnt,
        int examples,
        @Nullable Long cold,
        Map<String, Integer> confirmed,
        Trial trial,
        @Nullable Rival rival) {
    record Rival(long version, int right) {}
}
