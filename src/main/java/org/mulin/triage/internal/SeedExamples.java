package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.Text;

/**
 * Makes the first examples of a city that has no confirmed tickets yet: each seed phrase alone, and wrapped in everyday
 * filler as short and long messages, so that the words around a concern learn to mean nothing; and what the catalogue
 * does not hold, as examples of none of its matters.
 */
final class SeedExamples {
    private static final int WRAPPED_MAX = 6;
    /** A large catalogue has words enough of its own; more examples would only keep the first start waiting. */
    private static final int EXAMPLES_WANTED = 7_000;
    /** There are many of them, and none has to be told from another. */
    private static final int BACKGROUND_WRAPPED = 2;

    private static final int FILLERS_MAX = 6;

    private final Random random;
    private final List<String> fillers = SeedFile.lines("filler.txt");

    SeedExamples(long seed) {
        random = new Random(seed);
    }

    List<Example> of(Matters matters) {
        List<Example> examples = new ArrayList<>();
        int group = 0;
        int phraseCount = matters.leaves().stream()
                .mapToInt(matter -> matter.phrases().size() + 1)
                .sum();
        int wraps = Math.clamp(EXAMPLES_WANTED / Math.max(1, phraseCount) - 1, 1, WRAPPED_MAX);
        for (Matter matter : matters.leaves()) {
            List<String> phrases = new ArrayList<>(matter.phrases());
            phrases.add(matter.name());
            for (String phrase : phrases) {
                addPhrase(examples, matter.code(), phrase, group++, wraps);
            }
        }
        for (String phrase : Background.phrases(matters)) {
            addPhrase(examples, LinearModel.NONE, phrase, group++, Math.min(wraps, BACKGROUND_WRAPPED));
        }
        return examples;
    }

    private void addPhrase(List<Example> examples, String label, String phrase, int group, int wraps) {
        examples.add(new Example(new Text(phrase, ""), label, group, false));
        for (int i = 0; i < wraps; i++) {
            boolean inSubject = random.nextInt(3) > 0;
            String subject = inSubject ? pick() + phrase : pick();
            String body = inSubject && random.nextBoolean() ? wrap("") : wrap(phrase);
            examples.add(new Example(new Text(subject, body), label, group, false));
        }
    }

    private String wrap(String phrase) {
        int before = random.nextInt(FILLERS_MAX / 2 + 1);
        int after = random.nextInt(FILLERS_MAX / 2 + 1);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < before; i++) {
            words.append(pick()).append('，');
        }
        words.append(phrase);
        for (int i = 0; i < after; i++) {
            words.append('，').append(pick());
        }
        return words.append('。').toString();
    }

    private String pick() {
        return fillers.get(random.nextInt(fillers.size()));
    }
}
