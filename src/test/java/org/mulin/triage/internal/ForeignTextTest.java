package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Settings;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Text;
import org.mulin.triage.TriageSettings;

/**
 * 用词陌生: a city's model that has learnt a few decisions about another city's requests, in another language, is sure of
 * all the rest of them. What is so strange goes to people; what residents write does not.
 */
class ForeignTextTest {
    private static final long SEED = 20_200_707;
    private static final Path FOREIGN = Path.of("../shared/data/service-requests/boston311_2011H2_sla.csv.gz");
    private static final double MOST = new Settings(Map.of()).get(TriageSettings.UNFAMILIAR_MAX);
    private static final int DECIDED = 25;
    private static final String MATTER = "env-litter";

    @Test
    void whatAFewDecisionsTaughtOfAnotherLanguageGoesToPeople() throws IOException {
        assumeThat(FOREIGN).as("the requests are not beside the project").exists();
        RealMessages.assumeThere();
        List<Text> foreign = foreign();
        List<Example> examples = new ArrayList<>(new SeedExamples(SEED).of(matters()));
        for (int i = 0; i < DECIDED; i++) {
            Text text = foreign.get(i * 997 % foreign.size());
            examples.add(new Example(text, MATTER, 1_000_000 + i, true));
        }
        LinearModel model = new Trainer(SEED).train(examples);
        int matter = model.labels.indexOf(MATTER);
        long sure = foreign.stream()
                .filter(text -> model.probabilities(model.scores(text, Plain.of(text.whole())))[matter] >= 0.85)
                .count();
        assertThat(sure).as("what the model thinks is no guide").isGreaterThan(foreign.size() / 2);
        assertThat(strange(model, foreign)).isGreaterThan(0.999);
        assertThat(strange(model, RealMessages.texts()))
                .as("another city's Chinese messages")
                .isLessThan(0.005);
    }

    private static double strange(LinearModel model, List<Text> texts) {
        return (double) texts.stream()
                        .filter(text -> model.unfamiliar(Plain.of(text.whole())) > MOST)
                        .count()
                / texts.size();
    }

    /** A few hundred of many, with all the words that an import gives the reader. */
    private static List<Text> foreign() throws IOException {
        List<Text> texts = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FOREIGN)), StandardCharsets.UTF_8))) {
            lines.readLine();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                if (number++ % 10 == 0 && cells.length > 12) {
                    texts.add(new Text(cells[8], cells[7] + " " + cells[9] + "\n" + cells[12]));
                }
            }
        }
        return texts;
    }

    private static Matters matters() throws IOException {
        return new MattersTable()
                .parse(Files.readString(Path.of("packs/xinyu/matters.csv")), new PackProblems())
                .orElseThrow();
    }
}
