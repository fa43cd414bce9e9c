package org.mulin.exchange.internal.open311;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mulin.area.Areas;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.exchange.internal.ApiKeys;
import org.mulin.exchange.internal.open311.Open311Views.DiscoveryView;
import org.mulin.exchange.internal.open311.Open311Views.EndpointView;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the interface is, which forms it speaks, whom to ask for a key. */
@Component
class Discovery {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Policy policy;
    private final Units units;
    private final Areas areas;
    private final ApiKeys keys;

    Discovery(Policy policy, Units units, Areas areas, ApiKeys keys) {
        this.policy = policy;
        this.units = units;
        this.areas = areas;
        this.keys = keys;
    }

    DiscoveryView view(Locale locale) {
        ZoneId zone = policy.city().zone();
        String changed =
                Moments.show(policy.city().validFrom().atStartOfDay(zone).toInstant(), zone);
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/open311/v2")
                .toUriString();
        String contact = units.nearest(Unit.CITY_HOTLINE, areas.tree().city().key())
                .map(hotline -> (hotline.name() + " " + hotline.phone()).strip())
                .orElse(policy.city().name());
        Said keyService = keys.demo()
                ? Said.of("open311.key.demo", ApiKeys.DEMO_KEY)
                : Said.of("open311.key", policy.city().code());
        List<String> formats =
                Arrays.stream(Open311Format.values()).map(Open311Format::word).toList();
        String type = keys.demo() ? "test" : "production";
        return new DiscoveryView(
                changed,
                contact,
                Texts.in(locale, keyService),
                List.of(new EndpointView(SPECIFICATION, url, changed, type, formats)));
    }
}
