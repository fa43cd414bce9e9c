package org.mulin.area;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of the territory tree.
 *
 * @param code official division code of 12 digits; a grid has its community's code and 3 digits more
 * @param key territory key: the parent's key and the own digits, so that everything below an area is one range
 * @param aliases other names people use for it
 * @param validTo first day on which it no longer exists; null while it lasts
 * @param predecessors codes of the areas it was made from
 */
public record Area(
        String code,
        String key,
        String name,
        AreaLevel level,
        @Nullable String parentCode,
        List<String> aliases,
        @Nullable Integer households,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> predecessors) {

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
