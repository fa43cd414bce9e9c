package org.mulin.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule says no. The code has one entry in problems.csv, from which status and texts (zh, en) come. */
public final class Refused extends RuntimeException {
    private final String code;
    private final List<Object> arguments;
    private final @Nullable String field;

    private Refused(String code, List<Object> arguments, @Nullable String field) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
        this.field = field;
    }

    public static Refused of(String code, Object... arguments) {
        return new Refused(code, List.of(arguments), null);
    }

    /** The same refusal, laid at one field of the request. */
    public Refused at(String fieldName) {
        return new Refused(code, arguments, fieldName);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public @Nullable String field() {
        return field;
    }
}
