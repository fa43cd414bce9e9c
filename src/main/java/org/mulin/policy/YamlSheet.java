package org.mulin.policy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A flat YAML file: keys with a text or a list of texts, each remembered with its line. */
final class YamlSheet {
    private final String file;
    private final PackProblems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Node> values = new HashMap<>();

    private YamlSheet(String file, PackProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reports broken YAML and unknown, repeated or missing keys; every key is required. */
    static YamlSheet read(String file, String text, Set<String> keys, PackProblems problems) {
        var sheet = new YamlSheet(file, problems);
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(entry -> sheet.add(entry, keys));
            }
        } catch (YAMLException e) {
            int line = e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? marked.getProblemMark().getLine() + 1
                    : lineOfControl(text);
            problems.add(file, line, null, "yaml-broken");
            keys.forEach(key -> sheet.lines.put(key, 0));
        }
        keys.stream()
                .sorted()
                .filter(key -> !sheet.lines.containsKey(key))
                .forEach(key -> problems.add(file, 1, key, "yaml-key-missing", key));
        return sheet;
    }

    /** Characters that YAML forbids are told by their position, not by a line. */
    private static int lineOfControl(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c) && !Character.isWhitespace(c) && c != '\u0085') {
                return line;
            }
        }
        return 1;
    }

    private void add(NodeTuple entry, Set<String> keys) {
        int line = entry.getKeyNode().getStartMark().getLine() + 1;
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!keys.contains(key)) {
            problems.add(file, line, key, "yaml-key-unknown", key);
        } else if (lines.putIfAbsent(key, line) != null) {
            problems.add(file, line, key, "yaml-key-twice", key);
        } else {
            values.put(key, entry.getValueNode());
        }
    }

    void report(String key, String code, Object... arguments) {
        problems.add(file, lines.getOrDefault(key, 1), key, code, arguments);
    }

    @Nullable
    String text(String key) {
        Node value = values.get(key);
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (value != null) {
            report(key, "yaml-text-expected", key);
        }
        return null;
    }

    List<String> list(String key) {
        Node value = values.get(key);
        if (value instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return sequence.getValue().stream()
                    .map(item -> ((ScalarNode) item).getValue().strip())
                    .toList();
        }
        if (value != null) {
            report(key, "yaml-list-expected", key);
        }
        return List.of();
    }
}
