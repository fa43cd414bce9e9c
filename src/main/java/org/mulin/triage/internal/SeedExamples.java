package org.mulin.triage.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.Text;

/**
 * Makes the first examples of a city that has no confirmed tickets yet: each seed phrase alone, and wrapped in everyday
 * filler as short and long messages, so that the words around a concern learn to mean nothing.
 */
final class SeedExamples {
    private static final int WRAPPED_PER_PHRASE = 6;
    private static final int FILLERS_MAX = 6;

    private final Random random;
    private final List<String> fillers = fillers();

    SeedExamples(long seed) {
        random = new Random(seed);
    }

    List<Example> of(Matters matters) {
        List<Example> examples = new ArrayList<>();
        int group = 0;
        for (Matter matter : matters.leaves()) {
            List<String> phrases = new ArrayList<>(matter.phrases());
            phrases.add(matter.name());
            for (String phrase : phrases) {
                addPhrase(examples, matter.code(), phrase, group++);
            }
        }
        return examples;
    }

    private void addPhrase(List<Example> examples, String label, String phrase, int group) {
        examples.add(new Example(new Text(phrase, ""), label, group, false));
        for (int i = 0; i < WRAPPED_PER_PHRASE; i++) {
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

    private static List<String> fillers() {
        InputStream file = SeedExamples.class.getResourceAsStream("/triage/filler.txt");
        if (file == null) {
            throw new IllegalStateException("triage/filler.txt is missing from the program");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
