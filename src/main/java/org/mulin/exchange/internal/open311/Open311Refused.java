package org.mulin.exchange.internal.open311;

import java.util.List;

/** Everything that is wrong with one request, told at once; each code is an entry of problems.csv. */
final class Open311Refused extends RuntimeException {
    private final List<Finding> findings;

    Open311Refused(List<Finding> findings) {
        super("refused", null, false, false);
        this.findings = List.copyOf(findings);
    }

    record Finding(String code, List<Object> arguments) {}

    static Open311Refused of(String code, Object... arguments) {
        return new Open311Refused(List.of(new Finding(code, List.of(arguments))));
    }

    List<Finding> findings() {
        return findings;
    }
}
