package org.mulin.area;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place people name when they say where: a compound, a road, a market.
 *
 * @param areaKey the smallest area that holds all of it
 * @param lon WGS-84 degrees, null together with {@code lat} when it is not one point
 */
public record Place(
        String name,
        PlaceKind kind,
        String areaKey,
        List<String> aliases,
        @Nullable Double lon,
        @Nullable Double lat) {}
