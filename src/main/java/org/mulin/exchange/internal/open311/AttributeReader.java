package org.mulin.exchange.internal.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers to a service's questions: {@code attribute[CODE]=…}, {@code attribute[CODE][]=…} for several. */
final class AttributeReader {
    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]{1,64})](?:\\[\\d{0,3}])?");
    private static final String FAMILY = "attribute";
    private static final int STRING_MAX = 200;
    private static final int TEXT_MAX = 1_000;

    private final Parameters given;
    private final List<ServiceAttribute> attributes;

    AttributeReader(Parameters given, List<ServiceAttribute> attributes) {
        this.given = given;
        this.attributes = attributes;
    }

    /**
     * One line for each answer: question and answer.
     *
     * @param known whether the service is; of an unknown one no attribute can be judged
     */
    List<String> read(boolean known) {
        if (!known) {
            return List.of();
        }
        checkNames();
        List<String> lines = new ArrayList<>();
        for (ServiceAttribute attribute : attributes) {
            List<String> values = values(attribute);
            if (values.isEmpty()) {
                if (attribute.required()) {
                    given.find("open311-attribute-missing", attribute.code());
                }
            } else if (values.size() > 1 && attribute.type() != AttributeType.MULTIVALUELIST) {
                given.find("open311-twice", FAMILY + "[" + attribute.code() + "]");
            } else if (attribute.asked()) {
                lines.add(attribute.description() + " " + answer(attribute, values));
            }
        }
        return lines;
    }

    private void checkNames() {
        for (String name : given.names()) {
            if (!name.startsWith(FAMILY)) {
                continue;
            }
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()
                    || attributes.stream().noneMatch(each -> each.code().equals(parts.group(1)))) {
                given.find("open311-attribute-unknown", name.length() <= 80 ? name : FAMILY);
            }
        }
    }

    private List<String> values(ServiceAttribute attribute) {
        int chars_max = attribute.type() == AttributeType.TEXT ? TEXT_MAX : STRING_MAX;
        List<String> values = new ArrayList<>();
        for (String name : given.names()) {
            Matcher parts = NAME.matcher(name);
            if (parts.matches() && parts.group(1).equals(attribute.code())) {
                values.addAll(given.all(name, chars_max));
            }
        }
        return values;
    }

    private String answer(ServiceAttribute attribute, List<String> values) {
        List<String> shown = new ArrayList<>();
        for (String value : values) {
            boolean right = switch (attribute.type()) {
                case STRING, TEXT -> true;
                case NUMBER -> value.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,10})?");
                case DATETIME -> Moments.read(value).isPresent();
                case SINGLEVALUELIST, MULTIVALUELIST -> attribute.values().containsKey(value);
            };
            if (!right) {
                given.find(
                        "open311-attribute-value",
                        attribute.code(),
                        attribute.type().word());
            }
            shown.add(attribute.values().getOrDefault(value, value));
        }
        return String.join("、", shown);
    }
}
