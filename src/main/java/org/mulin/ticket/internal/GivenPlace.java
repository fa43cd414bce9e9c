package org.mulin.ticket.internal;

import org.jspecify.annotations.Nullable;
import org.mulin.triage.Point;

/** Where the author says it is: a point, an area of the tree, a known place, own words; any of them may be missing. */
public record GivenPlace(
        @Nullable Point point,
        @Nullable String areaCode,
        @Nullable String placeName,
        @Nullable String text) {
    public static final GivenPlace NONE = new GivenPlace(null, null, null, null);
}
