package org.mulin.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whatever has duties and can be given a ticket.
 *
 * @param kind code of unit_kinds.csv
 * @param areaKey territory key of the area it works for
 * @param phone shown to residents, may be ""
 * @param open a closed unit keeps its history and receives nothing
 */
public record Unit(
        UUID id,
        String code,
        String name,
        String kind,
        String areaKey,
        @Nullable String parentCode,
        String phone,
        boolean open) {

    /** The kind that receives what has no place. */
    public static final String CITY_HOTLINE = "city_hotline";

    /** The kind that receives what nobody's duty list names. */
    public static final String STREET_OFFICE = "street_office";

    /** The kind that works in one community; what units may ask of it stands on the admission list. */
    public static final String COMMUNITY_COMMITTEE = "community_committee";

    /** The kind that works in one grid. */
    public static final String GRID_STATION = "grid_station";

    /** The kind that serves compounds. */
    public static final String PROPERTY_FIRM = "property_firm";
}
