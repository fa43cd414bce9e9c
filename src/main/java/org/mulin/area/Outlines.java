package org.mulin.area;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Polygons by area code (WGS-84 degrees). */
public final class Outlines {
    static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Map<String, Geometry> polygons;
    private final Map<String, PreparedGeometry> prepared = new HashMap<>();

    Outlines(Map<String, Geometry> polygons) {
        this.polygons = Map.copyOf(polygons);
        this.polygons.forEach((code, polygon) -> prepared.put(code, PreparedGeometryFactory.prepare(polygon)));
    }

    Optional<Geometry> of(String code) {
        return Optional.ofNullable(polygons.get(code));
    }

    /** A point on a shared border lies in both neighbours. */
    boolean contains(String code, double lon, double lat) {
        PreparedGeometry polygon = prepared.get(code);
        return polygon != null && polygon.covers(GEOMETRY.createPoint(new Coordinate(lon, lat)));
    }

    /** Gives every area without an own outline the union of its children's, from the bottom up. */
    Outlines completed(List<Area> areas) {
        var all = new HashMap<>(polygons);
        areas.stream()
                .sorted(Comparator.comparing(Area::level).reversed())
                .filter(area -> !all.containsKey(area.code()))
                .forEach(area -> {
                    Geometry union = union(areas, area, all);
                    if (union != null) {
                        all.put(area.code(), union);
                    }
                });
        return new Outlines(all);
    }

    private static @Nullable Geometry union(List<Area> areas, Area parent, Map<String, Geometry> known) {
        List<Geometry> parts = areas.stream()
                .filter(area -> parent.code().equals(area.parentCode()))
                .map(area -> known.get(area.code()))
                .filter(Objects::nonNull)
                .toList();
        return parts.isEmpty() ? null : UnaryUnionOp.union(parts);
    }
}
