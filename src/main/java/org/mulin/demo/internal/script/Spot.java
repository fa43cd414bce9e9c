package org.mulin.demo.internal.script;

import org.jspecify.annotations.Nullable;

/** A named place of the pack; a community has no point. */
public record Spot(
        String name,
        String kind,
        String area,
        @Nullable Double lon,
        @Nullable Double lat) {
    static final String COMMUNITY = "community";
    static final String VILLAGE = "village";
}
