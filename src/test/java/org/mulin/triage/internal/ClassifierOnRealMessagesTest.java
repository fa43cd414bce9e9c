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
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mulin.triage.Classifier;
import org.mulin.triage.Classifiers;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real messages of seven labels, which lie beside the project: learnt from one split, asked about the other. */
class ClassifierOnRealMessagesTest {
    private static final Path FILE = Path.of("../shared/data/appeals/f2_classify.train_dev.jsonl.gz");

    @Test
    void theTargetsAreReachedOnMessagesThatWereNotLearnt() throws IOException {
        assumeThat(FILE)
                .as("the messages are not in %s beside the project", FILE)
                .exists();
        List<LabelledText> taught = new ArrayList<>();
        List<LabelledText> asked = new ArrayList<>();
        read(taught, asked);
        long start_ns = System.nanoTime();
        Classifier model = Classifiers.local().train(taught, 20_200_707, _ -> {});
        System.out.printf("trained on %d in %.0f s%n", taught.size(), (System.nanoTime() - start_ns) / 1e9);

        Evaluation whole = evaluation(model, asked, false);
        assertThat(whole.macroF1()).isGreaterThan(0.92);
        assertThat(whole.calibrationError()).isLessThan(0.03);
        double[] from = new double[whole.messages()];
        Arrays.fill(from, model.sureFrom(false));
        assertThat(whole.believed(from).coverage()).isGreaterThan(0.8);
        assertThat(whole.believed(from).precision()).isGreaterThan(0.96);
        assertThat(evaluation(model, asked, true).macroF1()).isGreaterThan(0.885);
    }

    private static Evaluation evaluation(Classifier model, List<LabelledText> asked, boolean bodiless) {
        List<double[]> probabilities = new ArrayList<>();
        int[] truths = new int[asked.size()];
        for (int i = 0; i < truths.length; i++) {
            Text text = asked.get(i).text();
            probabilities.add(model.probabilities(bodiless ? new Text(text.subject(), "") : text));
            truths[i] = model.labels().indexOf(asked.get(i).label());
        }
        return new Evaluation(model.labels(), probabilities, truths);
    }

    /** Only what has a body is asked about. */
    private static void read(List<LabelledText> taught, List<LabelledText> asked) throws IOException {
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = json.readTree(line);
                LabelledText message = new LabelledText(
                        new Text(
                                row.path("subject").asString(""),
                                row.path("body").asString("")),
                        row.path("label").asString(),
                        row.path("dup_group").asString());
                if (row.path("split").asString().equals("train")) {
                    taught.add(message);
                } else if (row.hasNonNull("body")) {
                    asked.add(message);
                }
            }
        }
    }
}
