package org.mulin.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.mulin.policy.PackProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON FeatureCollection of polygons, remembering the line each feature begins on. */
final class OutlineReader {
    record Outline(String code, Geometry polygon, int line) {}

    /** Features are read one by one, so what follows one is no error. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String file;
    private final PackProblems problems;
    private final Set<String> codes = new HashSet<>();

    OutlineReader(String file, PackProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Empty exactly when something was reported. */
    Optional<List<Outline>> read(String text) {
        int before = problems.count();
        var outlines = new ArrayList<Outline>();
        if (!text.isBlank()) {
            try (JsonParser parser = JSON.createParser(text)) {
                readFeatures(parser, outlines);
            } catch (JacksonException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
                problems.add(file, line, null, "json-broken");
            }
        }
        return problems.count() > before ? Optional.empty() : Optional.of(outlines);
    }

    private void readFeatures(JsonParser parser, List<Outline> outlines) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!name.equals("features") || value != JsonToken.START_ARRAY) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                Outline outline = outline(JSON.readTree(parser), line);
                if (outline != null) {
                    outlines.add(outline);
                }
            }
        }
    }

    private @Nullable Outline outline(JsonNode feature, int line) {
        String code = feature.path("properties").path("code").asString("");
        if (code.isEmpty()) {
            problems.add(file, line, "code", "boundary-code-missing");
            return null;
        }
        if (!codes.add(code)) {
            problems.add(file, line, "code", "boundary-twice", code);
            return null;
        }
        JsonNode geometry = feature.path("geometry");
        Geometry polygon = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(geometry.path("coordinates"));
            case "MultiPolygon" -> multiPolygon(geometry.path("coordinates"));
            default -> null;
        };
        if (polygon == null || !polygon.isValid()) {
            problems.add(file, line, "geometry", "boundary-broken", code);
            return null;
        }
        return new Outline(code, polygon, line);
    }

    private static @Nullable Geometry multiPolygon(JsonNode coordinates) {
        var parts = new ArrayList<Polygon>();
        for (JsonNode part : coordinates) {
            Polygon polygon = polygon(part);
            if (polygon == null) {
                return null;
            }
            parts.add(polygon);
        }
        return Outlines.GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static @Nullable Polygon polygon(JsonNode rings) {
        var all = new ArrayList<LinearRing>();
        for (JsonNode ring : rings) {
            Coordinate[] points = points(ring);
            if (points == null || points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
                return null;
            }
            all.add(Outlines.GEOMETRY.createLinearRing(points));
        }
        return all.isEmpty()
                ? null
                : Outlines.GEOMETRY.createPolygon(
                        all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate @Nullable [] points(JsonNode ring) {
        var points = new ArrayList<Coordinate>();
        for (JsonNode point : ring) {
            double lon = point.path(0).asDouble(Double.NaN);
            double lat = point.path(1).asDouble(Double.NaN);
            if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
                return null;
            }
            points.add(new Coordinate(lon, lat));
        }
        return points.toArray(Coordinate[]::new);
    }
}
