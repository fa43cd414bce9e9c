package org.mulin.base;

import org.jspecify.annotations.Nullable;

/** How far two points of the map are apart. */
public final class Metres {
    private static final double EARTH_m = 6_371_000;

    private Metres() {}

    /** Along the surface, to the nearest metre; null when one of the points is unknown. */
    public static @Nullable Long between(
            @Nullable Double lon, @Nullable Double lat, @Nullable Double toLon, @Nullable Double toLat) {
        if (lon == null || lat == null || toLon == null || toLat == null) {
            return null;
        }
        double east = Math.toRadians(toLon - lon) * Math.cos(Math.toRadians((lat + toLat) / 2));
        double north = Math.toRadians(toLat - lat);
        return Math.round(Math.hypot(east, north) * EARTH_m);
    }
}
