package org.mulin.policy;

import java.time.LocalDate;

/** The pack in force. Versions are immutable; parsed contents are shared, so reading is cheap. */
public interface Policy {
    /** The right to prepare new versions of tables and, with the whole city in reach, to put them in force. */
    String PUBLISH = "policy:publish";

    /** The version in force today, by the city's own calendar day. */
    <T> Versioned<T> current(Class<? extends PackTable<T>> table);

    /** The version in force on a day; before the first version, the first. */
    <T> Versioned<T> at(Class<? extends PackTable<T>> table, LocalDate day);

    /**
     * One version, whether in force or not.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    <T> Versioned<T> version(Class<? extends PackTable<T>> table, long version);

    City city();

    <T> T setting(Setting<T> setting);
}
