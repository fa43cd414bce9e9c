package org.mulin.area;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place as the pack lists it, by the code of its area. */
record NamedPlace(
        String name,
        PlaceKind kind,
        String areaCode,
        List<String> aliases,
        @Nullable Double lon,
        @Nullable Double lat) {

    Place in(Area area) {
        return new Place(name, kind, area.key(), aliases, lon, lat);
    }
}
