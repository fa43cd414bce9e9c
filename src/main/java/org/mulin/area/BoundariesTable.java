package org.mulin.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.springframework.stereotype.Component;

/**
 * boundaries.geojson: polygons by area code (property {@code code}, WGS-84). A city may give grids only, upper levels
 * only, or none.
 */
@Component
public final class BoundariesTable implements PackTable<Outlines> {
    /** Two neighbours may overlap by the rounding of coordinates: 1e-10 square degrees are about one square metre. */
    private static final double OVERLAP_MAX = 1e-10;

    @Override
    public String name() {
        return "boundaries";
    }

    @Override
    public String file() {
        return "boundaries.geojson";
    }

    @Override
    public String title() {
        return "边界";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public Optional<Outlines> parse(String text, PackProblems problems) {
        return new OutlineReader(file(), problems).read(text).map(read -> new Outlines(polygons(read)));
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(AreasTable.class)
                .ifPresent(areas -> new OutlineReader(file(), new PackProblems())
                        .read(pack.text(this))
                        .ifPresent(outlines -> check(
                                areas.stream().collect(Collectors.toMap(Area::code, Function.identity())),
                                outlines,
                                problems)));
    }

    private void check(Map<String, Area> areas, List<OutlineReader.Outline> outlines, PackProblems problems) {
        checkHoles(areas, polygons(outlines).keySet(), problems);
        for (OutlineReader.Outline outline : outlines) {
            Area area = areas.get(outline.code());
            if (area == null) {
                problems.add(file(), outline.line(), "code", "area-unknown", outline.code());
                continue;
            }
            outlines.stream()
                    .takeWhile(other -> !other.equals(outline))
                    .filter(other -> isSibling(areas.get(other.code()), area))
                    .filter(other -> overlap(other.polygon(), outline.polygon()))
                    .forEach(other -> problems.add(
                            file(), outline.line(), "geometry", "boundary-overlap", area.name(), other.code()));
        }
    }

    /** The outline of a parent is the union of its children's: one left out would be a hole in the city. */
    private void checkHoles(Map<String, Area> areas, Set<String> given, PackProblems problems) {
        Set<String> unions = areas.values().stream()
                .filter(area -> given.contains(area.code()) && area.parentCode() != null)
                .map(Area::parentCode)
                .filter(parent -> !given.contains(parent))
                .collect(Collectors.toSet());
        areas.values().stream()
                .filter(area -> area.parentCode() != null && unions.contains(area.parentCode()))
                .filter(area -> area.validTo() == null && !given.contains(area.code()))
                .filter(area ->
                        areas.values().stream().noneMatch(below -> area.code().equals(below.parentCode())))
                .map(Area::name)
                .sorted()
                .forEach(name -> problems.add(file(), 0, "code", "boundary-missing", name));
    }

    private static boolean isSibling(@Nullable Area one, Area other) {
        return one != null && one.parentCode() != null && one.parentCode().equals(other.parentCode());
    }

    private static boolean overlap(Geometry one, Geometry other) {
        return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                && one.intersection(other).getArea() > OVERLAP_MAX;
    }

    private static Map<String, Geometry> polygons(List<OutlineReader.Outline> outlines) {
        return outlines.stream().collect(Collectors.toMap(OutlineReader.Outline::code, OutlineReader.Outline::polygon));
    }
}
