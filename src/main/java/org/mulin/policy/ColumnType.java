package org.mulin.policy;

import java.util.List;
import java.util.Optional;

/** What may stand in a cell that is not empty. */
@FunctionalInterface
public interface ColumnType {
    /** What is wrong with the cell; {@code code} is an entry of pack-problems.csv. */
    Optional<Fault> fault(String cell);

    record Fault(String code, List<Object> arguments) {
        static Fault of(String code, Object... arguments) {
            return new Fault(code, List.of(arguments));
        }
    }
}
