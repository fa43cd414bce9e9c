package org.mulin.ticket.internal;

import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * How a node catches up with what has changed. Every transaction before a snapshot's {@code xmin} has ended, so rows
 * that such transactions wrote are all seen in that snapshot; reading those from {@code xmin} on next time misses
 * nothing, whatever was running meanwhile, on any node. Rows may be read twice; they say the same.
 */
public final class ChangeQueries {
    public static final Field<Long> SNAPSHOT_XMIN =
            DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

    private ChangeQueries() {}
}
