package org.mulin.ticket.internal;

import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Refused;
import org.mulin.triage.Point;
import org.springframework.stereotype.Component;

/** Whether a place that somebody gave lies in this city. */
@Component
class PlaceCheck {
    private final Areas areas;

    PlaceCheck(Areas areas) {
        this.areas = areas;
    }

    /** @throws Refused {@code point-outside-city}, {@code area-unknown} or {@code area-ended} */
    void check(GivenPlace place) {
        AreaTree tree = areas.tree();
        Point point = place.point();
        if (point != null && !tree.inCity(point.lon(), point.lat())) {
            throw Refused.of("point-outside-city", tree.city().name()).at("place");
        }
        if (place.areaCode() != null && tree.today(place.areaCode()).isEmpty()) {
            throw refusal(tree, place.areaCode()).at("place.areaCode");
        }
    }

    private static Refused refusal(AreaTree tree, String code) {
        return tree.find(code)
                .map(ended -> Refused.of("area-ended", ended.name()))
                .orElseGet(() -> Refused.of("area-unknown", code));
    }
}
