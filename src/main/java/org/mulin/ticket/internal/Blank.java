package org.mulin.ticket.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 填空项: what a reply template leaves open, to be filled in from the ticket. */
public enum Blank {
    /** The ticket's number. */
    NUMBER(ClerkOutcome.NUMBER),
    /** Name of the unit that has it. */
    UNIT("{单位}"),
    /** Its phone. */
    PHONE("{电话}"),
    /** Until when. */
    DUE("{时限}"),
    /** Name of the matter. */
    MATTER("{事项}"),
    /** Name of the place. */
    PLACE("{地点}");

    /** One closed pair of braces, or a brace that has no partner. */
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");

    private final String written;

    Blank(String written) {
        this.written = written;
    }

    /** The way it stands in a text. */
    String written() {
        return written;
    }

    /** The first braces in a text that stand for nothing. */
    public static Optional<String> unknownIn(String text) {
        return BRACES.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(braces -> Arrays.stream(values()).noneMatch(blank -> blank.written.equals(braces)))
                .findFirst();
    }

    public static String all() {
        return Arrays.stream(values()).map(blank -> blank.written).collect(Collectors.joining(" "));
    }
}
