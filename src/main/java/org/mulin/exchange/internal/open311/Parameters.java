package org.mulin.exchange.internal.open311;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.exchange.internal.open311.Open311Refused.Finding;

/** The parameters of one request, and what was found wrong with them. */
final class Parameters {
    private static final String LIST_SEPARATOR = ",";

    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Parameters(Map<String, String[]> raw) {
        raw.forEach((name, values) -> given.put(name, Arrays.asList(values)));
    }

    void find(String code, Object... arguments) {
        findings.add(new Finding(code, List.of(arguments)));
    }

    /** @throws Open311Refused when anything was found */
    void check() {
        if (!findings.isEmpty()) {
            throw new Open311Refused(findings);
        }
    }

    Set<String> names() {
        return given.keySet();
    }

    /** Whether it is given and says nothing. */
    boolean isBlank(String name) {
        return given.containsKey(name) && given.get(name).stream().allMatch(String::isBlank);
    }

    /** The one value without surrounding blanks; null when it is missing, blank or wrong. */
    @Nullable
    String one(String name, int chars_max) {
        List<String> values = all(name, chars_max);
        if (values.size() > 1) {
            find("open311-twice", name);
            return null;
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Every value that is not blank. */
    List<String> all(String name, int chars_max) {
        List<String> values = new ArrayList<>();
        for (String value : given.getOrDefault(name, List.of())) {
            if (value.indexOf('\0') >= 0) {
                find("open311-character", name);
            } else if (value.strip().length() > chars_max) {
                find("open311-too-long", name, chars_max);
            } else if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    /** Items parted by commas, in one value or in several. */
    List<String> list(String name, int items_max) {
        List<String> items = all(name, 100 * items_max).stream()
                .flatMap(value -> Arrays.stream(value.split(LIST_SEPARATOR)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.size() > items_max) {
            find("open311-list", name, items_max);
            return List.of();
        }
        return items;
    }
}
