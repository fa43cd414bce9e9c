package org.mulin.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mulin.base.AreaRange;
import org.mulin.policy.PackContents;

/**
 * All areas with their places on one day. Areas that have ended can still be found by code and key, so that old
 * records keep their names, but nothing is placed in them.
 */
public final class AreaTree {
    /** No area changes oftener; it bounds the walk over a pack that goes in circles. */
    private static final int CHANGES_MAX = 20;

    private final Map<String, Area> byCode = new HashMap<>();
    private final Map<String, Area> byKey = new HashMap<>();
    private final List<Area> existing;
    private final List<Place> places;
    private final Outlines outlines;
    private final Area city;

    AreaTree(List<Area> areas, List<Place> places, Outlines given, LocalDate day) {
        areas.forEach(area -> {
            byCode.put(area.code(), area);
            byKey.put(area.key(), area);
        });
        this.existing = areas.stream()
                .filter(area -> area.existsOn(day))
                .sorted(Comparator.comparing(Area::key))
                .toList();
        this.places = List.copyOf(places);
        this.city = areas.stream()
                .filter(area -> area.level() == AreaLevel.CITY)
                .findFirst()
                .orElseThrow();
        this.outlines = given.completed(existing);
    }

    /** The territory of a pack on a day, without a server. */
    public static AreaTree of(PackContents pack, LocalDate day) {
        return PolicyAreas.tree(
                pack.content(AreasTable.class),
                pack.content(PlacesTable.class),
                pack.content(BoundariesTable.class),
                day);
    }

    public Area city() {
        return city;
    }

    public Optional<Area> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The area that stands today for a code: its own, or the only one made of an area that has ended; empty when there
     * is no such code, or when several areas, or none, were made of it.
     */
    public Optional<Area> today(String code) {
        Area area = byCode.get(code);
        for (int changes = 0; area != null && !existing.contains(area) && changes < CHANGES_MAX; changes++) {
            String ended = area.code();
            List<Area> made = byCode.values().stream()
                    .filter(each -> each.predecessors().contains(ended))
                    .toList();
            area = made.size() == 1 ? made.getFirst() : null;
        }
        return Optional.ofNullable(area).filter(existing::contains);
    }

    public Optional<Area> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** From the city down to the area itself; empty when there is no such key. */
    public List<Area> path(String key) {
        var path = new ArrayList<Area>();
        @Nullable Area area = byKey.get(key);
        while (area != null) {
            path.addFirst(area);
            area = area.parentCode() == null ? null : byCode.get(area.parentCode());
        }
        return List.copyOf(path);
    }

    /** The area on this level that the key lies in, possibly the key's own. */
    public Optional<Area> ancestor(String key, AreaLevel level) {
        return path(key).stream().filter(area -> area.level() == level).findFirst();
    }

    /** All areas that exist, in the order of their keys, parents before children. */
    public List<Area> all() {
        return existing;
    }

    public List<Area> children(String code) {
        return existing.stream().filter(area -> code.equals(area.parentCode())).toList();
    }

    public List<Place> places() {
        return places;
    }

    public List<Place> places(AreaRange range) {
        return places.stream().filter(place -> range.contains(place.areaKey())).toList();
    }

    /** The smallest area around a WGS-84 point; empty outside the city, or where no outline is known. */
    public Optional<Area> at(double lon, double lat) {
        return existing.stream()
                .filter(area -> outlines.contains(area.code(), lon, lat))
                .max(Comparator.comparing(Area::level).thenComparing(Area::key));
    }

    /** Whether the point lies in the city; true as well when the city's outline is not known. */
    public boolean inCity(double lon, double lat) {
        return outline(city.code()).isEmpty() || outlines.contains(city.code(), lon, lat);
    }

    /** WGS-84 polygon of an area, its own or the union of what lies below. */
    public Optional<Geometry> outline(String code) {
        return outlines.of(code);
    }
}
