import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Tables without line breaks in their cells, plain or gzipped. */
final class Csv {
    private final List<String> lines = new ArrayList<>();

    Csv(String header) {
        lines.add(header);
    }

    void add(Object... cells) {
        var line = new StringBuilder();
        for (Object cell : cells) {
            String text = String.valueOf(cell);
            boolean quoted = text.contains(",") || text.contains("\"");
            line.append(line.isEmpty() ? "" : ",").append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        lines.add(line.toString());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static List<Map<String, String>> read(Path file) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        try (var in = Files.newInputStream(file);
                var reader = new BufferedReader(
                        new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            String[] names = reader.readLine().split(",", -1);
            var rows = new ArrayList<Map<String, String>>();
            reader.lines().forEach(line -> {
                String[] cells = line.replace("\"", "").split(",", -1);
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(row);
            });
            return rows;
        }
    }
}
