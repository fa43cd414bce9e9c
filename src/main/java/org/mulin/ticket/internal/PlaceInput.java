package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.TicketInputs.full;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.triage.Point;

/** Where something is, as a page sends it; what is blank is missing. */
public record PlaceInput(
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable @Size(max = 64) String areaCode,
        @Nullable @Size(max = 100) String placeName,
        @Nullable @Size(max = 200) String text) {

    public GivenPlace given() {
        if ((lon == null) != (lat == null) || (lon != null && lat != null && !isOnEarth(lon, lat))) {
            throw Malformed.of("place", "field-invalid");
        }
        Point point = lon == null || lat == null ? null : new Point(lon, lat);
        return new GivenPlace(point, full(areaCode), full(placeName), full(text));
    }

    private static boolean isOnEarth(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }
}
