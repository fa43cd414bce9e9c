package org.mulin.area.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.area.internal.AreaViews.AreaPath;
import org.mulin.area.internal.AreaViews.AreaView;
import org.mulin.area.internal.AreaViews.FeatureCollection;
import org.mulin.area.internal.AreaViews.PlaceView;
import org.mulin.base.Malformed;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The territory and its places; no secret, so nobody need sign in. */
@RestController
class AreaController {
    private final AreaQueries queries;

    AreaController(AreaQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/areas")
    List<AreaView> areas(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String level) {
        return queries.areas(parent, level == null ? null : level(level));
    }

    @GetMapping("/api/areas/outlines")
    ResponseEntity<FeatureCollection> outlines(@RequestParam(defaultValue = "grid") String level) {
        AreaLevel wanted = level(level);
        // hundreds of polygons that rarely change: asked for each time, sent only when they are others
        return ResponseEntity.ok()
                .eTag(queries.outlinesTag(wanted))
                .cacheControl(CacheControl.noCache())
                .body(queries.outlines(wanted));
    }

    @GetMapping("/api/areas/at")
    AreaPath at(@RequestParam double lon, @RequestParam double lat) {
        return queries.at(lon, lat);
    }

    @GetMapping("/api/places")
    List<PlaceView> places(
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String area) {
        return queries.places(q, area);
    }

    private static AreaLevel level(String word) {
        try {
            return AreaLevel.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw Malformed.of("level", "field-invalid");
        }
    }
}
