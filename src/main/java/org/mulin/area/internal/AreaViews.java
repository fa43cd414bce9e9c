package org.mulin.area.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.mulin.area.Area;

/** How areas and places look over HTTP. */
final class AreaViews {
    private AreaViews() {}

    /** {@code level} is city, county, street, community or grid. */
    record AreaView(
            String code,
            String name,
            String level,
            @Nullable String parentCode) {
        static AreaView of(Area area) {
            return new AreaView(area.code(), area.name(), area.level().word(), area.parentCode());
        }
    }

    /** From the city down to the smallest area. */
    record AreaPath(List<AreaView> path) {}

    record PlaceView(
            String name,
            String kind,
            String areaCode,
            String areaName,
            @Nullable Double lon,
            @Nullable Double lat) {}

    /** GeoJSON (RFC 7946), WGS-84. */
    record FeatureCollection(String type, List<Feature> features) {}

    record Feature(String type, AreaView properties, Shape geometry) {
        static Feature of(Area area, Geometry outline) {
            return new Feature("Feature", AreaView.of(area), Shape.of(outline));
        }
    }

    /** A polygon's rings: the outer one, then holes; or, for a multi-polygon, a list of such lists. */
    record Shape(String type, List<?> coordinates) {
        static Shape of(Geometry outline) {
            if (outline instanceof Polygon polygon) {
                return new Shape("Polygon", rings(polygon));
            }
            List<List<?>> parts = new ArrayList<>();
            for (int part = 0; part < outline.getNumGeometries(); part++) {
                parts.add(rings((Polygon) outline.getGeometryN(part)));
            }
            return new Shape("MultiPolygon", parts);
        }

        private static List<List<double[]>> rings(Polygon polygon) {
            List<List<double[]>> rings = new ArrayList<>();
            rings.add(ring(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole)));
            }
            return rings;
        }

        private static List<double[]> ring(LinearRing ring) {
            return Arrays.stream(ring.getCoordinates()).map(Shape::point).toList();
        }

        private static double[] point(Coordinate point) {
            return new double[] {point.x, point.y};
        }
    }
}
