package org.mulin.exchange.internal.open311;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The standard's own JSON schemas, read where they lie (they are not ours to copy), with the few words of JSON Schema
 * that they use: type, required, properties, enum, anyOf, items, $ref, maxLength, format.
 */
final class SharedSchema {
    static final Path FOLDER = Path.of("../shared/data/service-requests");

    private final JsonMapper json = JsonMapper.shared();
    private final JsonNode schema;

    SharedSchema(String file) {
        schema = read(file);
    }

    private JsonNode read(String file) {
        try {
            return json.readTree(
                    Files.readString(FOLDER.resolve("open311-schema").resolve(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What does not fit, by its path; empty when all does. */
    List<String> mistakes(JsonNode value) {
        List<String> mistakes = new ArrayList<>();
        check("", schema, value, mistakes);
        return mistakes;
    }

    private void check(String path, JsonNode rules, JsonNode value, List<String> mistakes) {
        if (rules.has("$ref")) {
            check(path, read(rules.get("$ref").asString()), value, mistakes);
        }
        if (rules.has("anyOf") && rules.get("anyOf").valueStream().noneMatch(way -> fits(path, way, value))) {
            mistakes.add(path + " fits none of the types: " + value);
        }
        if (rules.has("type") && !isOfType(rules.get("type").asString(), value)) {
            mistakes.add(path + " is no " + rules.get("type").asString() + ": " + value);
            return;
        }
        if (rules.has("enum") && rules.get("enum").valueStream().noneMatch(value::equals)) {
            mistakes.add(path + " is none of " + rules.get("enum") + ": " + value);
        }
        if (rules.has("maxLength")
                && value.asString().length() > rules.get("maxLength").asInt()) {
            mistakes.add(path + " is too long");
        }
        if (rules.path("format").asString("").equals("date-time") && !isMoment(value.asString())) {
            mistakes.add(path + " is no moment: " + value);
        }
        for (JsonNode name : rules.path("required")) {
            if (!value.has(name.asString())) {
                mistakes.add(path + " lacks " + name.asString());
            }
        }
        rules.path("properties")
                .propertyStream()
                .filter(rule -> value.has(rule.getKey()))
                .forEach(
                        rule -> check(path + "/" + rule.getKey(), rule.getValue(), value.get(rule.getKey()), mistakes));
        if (rules.has("items")) {
            int place = 0;
            for (JsonNode item : value) {
                check(path + "/" + place++, rules.get("items"), item, mistakes);
            }
        }
    }

    private boolean fits(String path, JsonNode rules, JsonNode value) {
        List<String> mistakes = new ArrayList<>();
        check(path, rules, value, mistakes);
        return mistakes.isEmpty();
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
