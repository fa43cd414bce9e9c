package org.mulin.triage.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Backing;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Text;

/**
 * The model in use, with what tells how far it may be believed.
 *
 * @param version 0 when there is none
 * @param cold the model of the seed phrases alone; the same when nothing else was learnt
 */
record ServedModel(
        long version,
        long catalogueVersion,
        LinearModel model,
        long coldVersion,
        LinearModel cold,
        Map<String, Integer> confirmed,
        Sureness sureness) {

    /** Each guess with what stands behind it. */
    List<MatterGuess> backed(List<MatterGuess> guesses, Text text, Plain plain) {
        if (guesses.isEmpty()) {
            return guesses;
        }
        Optional<double[]> byPhrases =
                cold == model ? Optional.empty() : Optional.of(cold.probabilities(cold.scores(text, plain)));
        double unfamiliar = model.unfamiliar(plain);
        return guesses.stream()
                .map(guess -> {
                    int label = cold.labels.indexOf(guess.code());
                    double seeds =
                            byPhrases.map(all -> label < 0 ? 0 : all[label]).orElse(guess.probability());
                    return new MatterGuess(
                            guess.code(),
                            guess.probability(),
                            guess.tellingWords(),
                            new Backing(
                                    version, seeds, confirmed.getOrDefault(guess.code(), 0), unfamiliar, tried(guess)));
                })
                .toList();
    }

    private Backing.@Nullable HeldBack tried(MatterGuess guess) {
        return sureness.tickets() == 0
                ? null
                : new Backing.HeldBack(sureness.tickets(), sureness.right(guess.probability()));
    }
}
