package org.mulin.policy;

import java.time.LocalDate;

/** One version of one pack table; a decision stores (table, version) so that it can be replayed. */
public record Versioned<T>(String table, long version, LocalDate validFrom, T content) {}
