package org.mulin.exchange.internal.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.ticket.OpenAppeal;
import org.mulin.triage.Matter;
import org.mulin.triage.Point;
import org.springframework.stereotype.Component;

/**
 * Reads the form of POST requests. Who posts may leave a name and a phone, which are sealed at once; e-mail, device and
 * account are not kept: nobody here needs them.
 */
@Component
class NewRequestReader {
    static final int DESCRIPTION_MAX = 4_000;
    private static final int ADDRESS_MAX = 200;
    private static final int NAME_MAX = 50;
    private static final int PHONE_MAX = 20;
    private static final int MAIL_MAX = 254;
    private static final int CODE_MAX = 64;
    private static final int URL_MAX = 500;

    private final Services services;
    private final Areas areas;

    NewRequestReader(Services services, Areas areas) {
        this.services = services;
        this.areas = areas;
    }

    /** @throws Open311Refused with everything that is wrong with it */
    NewRequest read(Parameters given) {
        String code = given.one("service_code", CODE_MAX);
        Optional<Matter> service = code == null ? Optional.empty() : services.find(code);
        if (code == null) {
            given.find("open311-service-missing");
        } else if (service.isEmpty()) {
            given.find("open311-service-unknown");
        }
        String description = given.one("description", DESCRIPTION_MAX);
        Point point = point(given);
        String address = given.one("address_string", ADDRESS_MAX);
        String area = area(given);
        if (!given.names().contains("lat")
                && !given.names().contains("long")
                && address == null
                && !given.names().contains("address_id")) {
            given.find("open311-location-missing");
        }
        String media = mediaUrl(given);
        List<String> answers = new AttributeReader(given, code == null ? List.of() : services.attributes(code))
                .read(service.isPresent());
        checkMail(given);
        String phone = phone(given);
        String name = name(given);
        given.check();
        Matter matter = service.orElseThrow();
        String words = words(description == null ? matter.name() : description, answers, media);
        return new NewRequest(new OpenAppeal(matter.code(), words, point, area, address, name, phone), media);
    }

    /** The answers follow the words, so that whoever handles it reads them too. */
    private static String words(String description, List<String> answers, @Nullable String media) {
        List<String> lines = new ArrayList<>(List.of(description));
        lines.addAll(answers);
        if (media != null) {
            lines.add("附件链接：" + media);
        }
        return String.join("\n", lines);
    }

    private @Nullable Point point(Parameters given) {
        Double lat = degrees(given, "lat", 90);
        Double lon = degrees(given, "long", 180);
        if (lat == null || lon == null) {
            // what is there and wrong has been found already
            if (given.names().contains("lat") != given.names().contains("long")) {
                given.find("open311-lat-long");
            }
            return null;
        }
        AreaTree tree = areas.tree();
        if (!tree.inCity(lon, lat)) {
            given.find("open311-point-outside", tree.city().name());
        }
        return new Point(lon, lat);
    }

    private static @Nullable Double degrees(Parameters given, String name, int max) {
        String text = given.one(name, CODE_MAX);
        if (text == null) {
            if (given.isBlank(name)) {
                given.find("open311-degrees", name, max);
            }
            return null;
        }
        double degrees = text.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?") ? Double.parseDouble(text) : Double.NaN;
        if (!(Math.abs(degrees) <= max)) {
            given.find("open311-degrees", name, max);
            return null;
        }
        return degrees;
    }

    /** Addresses have no numbers of their own here: an address_id is the code of an area, down to the grid. */
    private @Nullable String area(Parameters given) {
        String code = given.one("address_id", CODE_MAX);
        if (code != null && areas.tree().find(code).isEmpty()) {
            given.find("open311-address-id");
            return null;
        }
        return code;
    }

    private static @Nullable String mediaUrl(Parameters given) {
        String text = given.one("media_url", URL_MAX);
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // found below, like every other text that is no link
        }
        given.find("open311-media-url");
        return null;
    }

    private static @Nullable String phone(Parameters given) {
        String phone = given.one("phone", PHONE_MAX);
        if (phone != null && !phone.matches("[0-9+][0-9 -]{4,18}")) {
            given.find("open311-phone");
        }
        return phone;
    }

    /** Not kept, but who gives one is told that nobody could be reached by it. */
    private static void checkMail(Parameters given) {
        String mail = given.one("email", MAIL_MAX);
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            given.find("open311-email");
        }
    }

    /** Family name first, as it is written here. */
    private static @Nullable String name(Parameters given) {
        String last = given.one("last_name", NAME_MAX);
        String first = given.one("first_name", NAME_MAX);
        if (last == null || first == null) {
            return last == null ? first : last;
        }
        return last + (Character.isIdeographic(last.codePointAt(0)) ? "" : " ") + first;
    }
}
