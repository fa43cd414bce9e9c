package org.mulin.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines: one object per line; the columns are the keys of the first lines. */
final class JsonRows implements RowSource {
    private static final int LINES_FOR_COLUMNS = 200;

    private final BoundedReader in;
    private final JsonMapper json;
    private final List<String> columns;
    private long line;

    JsonRows(Path path, Charset charset, JsonMapper json) throws IOException {
        this.json = json;
        columns = columns(path, charset);
        in = BoundedReader.open(path, charset);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        String text = readLine(in);
        line++;
        while (text != null && text.isBlank()) {
            text = readLine(in);
            line++;
        }
        if (text == null) {
            return null;
        }
        JsonNode object = parse(text);
        if (object == null) {
            List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
            cells.set(0, Cells.storable(text.length() > 20_000 ? text.substring(0, 20_000) : text));
            return new RawRow(line, cells, "import-line-not-json");
        }
        return new RawRow(
                line, columns.stream().map(column -> cell(object.get(column))).toList(), null);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private List<String> columns(Path path, Charset charset) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (BoundedReader first = BoundedReader.open(path, charset)) {
            String text = readLine(first);
            for (int i = 0; i < LINES_FOR_COLUMNS && text != null; i++) {
                JsonNode object = parse(text);
                if (object != null) {
                    object.propertyNames().forEach(names::add);
                }
                text = readLine(first);
            }
        }
        if (names.isEmpty() || names.size() > COLUMNS_MAX) {
            throw Refused.of("import-columns", COLUMNS_MAX).at("file");
        }
        return names.stream().map(Cells::storable).toList();
    }

    private @Nullable JsonNode parse(String text) {
        try {
            JsonNode node = json.readTree(text);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return Cells.storable(value.isString() ? value.stringValue() : value.toString());
    }

    private static @Nullable String readLine(BoundedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            text.append((char) c);
            c = in.read();
        }
        in.recordRead();
        return text.toString();
    }
}
