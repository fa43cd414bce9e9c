package org.mulin.policy;

import java.util.List;
import java.util.Optional;

/**
 * One table of a policy pack: a file, how it is read and what it must fulfil. Implementations are Spring beans with a
 * constructor without arguments, pure and without state, so that a pack can be checked without a server.
 *
 * @param <T> what the file means once read; immutable
 */
public interface PackTable<T> {
    /** Lasting name of the table, lower case, such as {@code duty}. */
    String name();

    /** File name inside the pack folder, such as {@code duty.csv}. */
    String file();

    /** The field's word for the table, such as 权责清单. */
    String title();

    /** A pack may leave an optional file out; it is then read as if it were empty. */
    default boolean optional() {
        return false;
    }

    /**
     * Reads the text and reports what is wrong in it by itself.
     *
     * @return empty exactly when problems were reported
     */
    Optional<T> parse(String text, PackProblems problems);

    /**
     * Reports what contradicts other tables. Any table may have mistakes of its own by then: a table is asked by
     * {@link PackContents#find}, and this table's well-formed rows by {@link PackContents#rows}.
     */
    default void check(PackContents pack, PackProblems problems) {}

    /**
     * Reports, as warnings, what deserves a look before a new version is put in force although nothing forbids it. Told
     * with the difference to the version before, so that whoever publishes has seen it.
     */
    default void remark(PackContents pack, PackProblems remarks) {}

    /** The right that changing this table needs beside {@code policy:publish}; more where the table gives rights. */
    default String right() {
        return Policy.PUBLISH;
    }

    /** The settings that the module of this table reads from settings.csv. */
    default List<Setting<?>> settings() {
        return List.of();
    }
}
