package org.mulin.triage.internal;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.mulin.triage.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three thousand messages to another city, its names replaced by letters; they lie beside the project. */
final class RealMessages {
    private static final Path FILE = Path.of("../shared/data/appeals/f3_hot.train_dev.jsonl.gz");

    private RealMessages() {}

    static void assumeThere() {
        assumeThat(FILE)
                .as("the messages are not in %s beside the project", FILE)
                .exists();
    }

    static List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = json.readTree(line);
                texts.add(new Text(
                        message.path("subject").asString(""),
                        message.path("body").asString("")));
            }
        }
        return texts;
    }
}
