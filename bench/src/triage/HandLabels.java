package org.mulin.triage.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.mulin.triage.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people read out of messages (bench/*-labels.csv), and the messages themselves. */
final class HandLabels {
    private HandLabels() {}

    /** By uid, in the order of the file. */
    static Map<String, String> of(String file) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Path.of("bench", file));
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.indexOf(',');
            labels.put(line.substring(0, comma), line.substring(comma + 1));
        }
        return labels;
    }

    /** By uid, in the order of the file; in the folder given, else beside the project. */
    static Map<String, JsonNode> messages(String folder, String name) throws IOException {
        Path file = Path.of(folder.isEmpty() ? "../shared/data/appeals" : folder, name + ".train_dev.jsonl.gz");
        Map<String, JsonNode> messages = new LinkedHashMap<>();
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = json.readTree(line);
                messages.put(message.path("uid").asString(), message);
            }
        }
        return messages;
    }

    static Text text(JsonNode message) {
        return new Text(
                message.path("subject").asString(""), message.path("body").asString(""));
    }
}
