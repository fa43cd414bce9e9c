package org.mulin.exchange.internal.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.OnceOnly;
import org.mulin.exchange.internal.ApiKeys;
import org.mulin.exchange.internal.KeyHolder;
import org.mulin.exchange.internal.KeyRight;
import org.mulin.exchange.internal.open311.Open311Views.ReceiptView;
import org.mulin.exchange.internal.open311.Open311Views.RequestView;
import org.mulin.exchange.internal.open311.Open311Views.TokenView;
import org.mulin.policy.Policy;
import org.mulin.ticket.OpenTickets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of GeoReport v2. It documents itself by its discovery, so it is not in openapi.json. */
@Hidden
@RestController
class Open311Controller {
    private static final String ROOT = "/open311/v2";
    private static final String REQUESTS = "service_requests";
    private static final int JURISDICTION_MAX = 64;
    private static final int KEY_MAX = 200;

    private final Services services;
    private final Discovery discovery;
    private final NewRequestReader reader;
    private final RequestService requests;
    private final Open311Writer writer;
    private final ApiKeys keys;
    private final OnceOnly once;
    private final Policy policy;
    private final Clock clock;

    Open311Controller(
            Services services,
            Discovery discovery,
            NewRequestReader reader,
            RequestService requests,
            Open311Writer writer,
            ApiKeys keys,
            OnceOnly once,
            Policy policy,
            Clock clock) {
        this.services = services;
        this.discovery = discovery;
        this.reader = reader;
        this.requests = requests;
        this.writer = writer;
        this.keys = keys;
        this.once = once;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping({
        "/open311/discovery",
        "/open311/discovery.{format:xml|json}",
        ROOT + "/discovery",
        ROOT + "/discovery.{format:xml|json}"
    })
    ResponseEntity<String> discovery(HttpServletRequest request, Locale locale) {
        return answer(request, "discovery", discovery.view(locale));
    }

    @GetMapping({ROOT + "/services", ROOT + "/services.{format:xml|json}"})
    ResponseEntity<String> services(HttpServletRequest request) {
        checked(request).check();
        return answer(request, "services", services.all());
    }

    @GetMapping(ROOT + "/services/{code}")
    ResponseEntity<String> service(HttpServletRequest request, @PathVariable String code) {
        checked(request).check();
        String wanted = Open311Format.withoutSuffix(code);
        if (services.find(wanted).isEmpty()) {
            throw Open311Refused.of("open311-service-unknown");
        }
        return answer(request, "service_definition", services.definition(wanted));
    }

    @GetMapping({ROOT + "/requests", ROOT + "/requests.{format:xml|json}"})
    ResponseEntity<String> requests(HttpServletRequest request, Locale locale) {
        Parameters given = reading(request);
        Search search = Search.read(given, services, clock.instant());
        given.check();
        return answer(request, REQUESTS, requests.find(search, locale));
    }

    @GetMapping(ROOT + "/requests/{id}")
    ResponseEntity<String> request(HttpServletRequest request, @PathVariable String id, Locale locale) {
        reading(request).check();
        List<RequestView> found = requests.numbered(Open311Format.withoutSuffix(id), locale);
        if (found.isEmpty()) {
            throw Open311Refused.of("open311-request-unknown");
        }
        return answer(request, REQUESTS, found);
    }

    /** Requests get their number at once, so a token is the number itself. */
    @GetMapping(ROOT + "/tokens/{token}")
    ResponseEntity<String> token(HttpServletRequest request, @PathVariable String token, Locale locale) {
        reading(request).check();
        String number = Open311Format.withoutSuffix(token);
        if (requests.numbered(number, locale).isEmpty()) {
            throw Open311Refused.of("open311-token-unknown");
        }
        return answer(request, REQUESTS, List.of(new TokenView(number, number)));
    }

    @PostMapping({ROOT + "/requests", ROOT + "/requests.{format:xml|json}"})
    ResponseEntity<String> file(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw Open311Refused.of("open311-form");
        }
        KeyHolder holder = holder(request, KeyRight.WRITE);
        NewRequest wanted = reader.read(checked(request));
        requests.count(holder);
        OpenTickets.Filed filed = key == null
                ? requests.file(holder, wanted)
                : once.run(holder.actor(), key, OpenTickets.Filed.class, () -> requests.file(holder, wanted));
        String notice = requests.numbered(filed.number(), locale).stream()
                .map(RequestView::serviceNotice)
                .findFirst()
                .orElse(null);
        return answer(request, REQUESTS, List.of(new ReceiptView(filed.number(), notice, null)));
    }

    /** Everything else below this address. */
    @RequestMapping({"/open311", "/open311/**"})
    ResponseEntity<String> nothing(HttpServletRequest request) {
        boolean known = request.getRequestURI()
                .matches("/open311/(v2/)?(discovery|services|requests|tokens)(/[^/]*)?(\\.(xml|json))?");
        boolean readable =
                List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()).contains(request.getMethod());
        throw Open311Refused.of(known && !readable ? "open311-method" : "open311-path");
    }

    private Parameters reading(HttpServletRequest request) {
        holder(request, KeyRight.READ);
        return checked(request);
    }

    private KeyHolder holder(HttpServletRequest request, KeyRight right) {
        Parameters given = parameters(request);
        String key = given.one("api_key", KEY_MAX);
        given.check();
        return keys.holder(key, right);
    }

    private static Parameters parameters(HttpServletRequest request) {
        try {
            return new Parameters(request.getParameterMap());
        } catch (IllegalStateException e) {
            // the server's own word for a form that is broken, too long or of too many parts
            throw Open311Refused.of("open311-form-broken");
        }
    }

    /** The parameters of a request for this city. */
    private Parameters checked(HttpServletRequest request) {
        Parameters given = parameters(request);
        String jurisdiction = given.one("jurisdiction_id", JURISDICTION_MAX);
        if (jurisdiction != null && !jurisdiction.equals(policy.city().code())) {
            given.find("open311-jurisdiction", policy.city().code());
        }
        return given;
    }

    private ResponseEntity<String> answer(HttpServletRequest request, String root, Object body) {
        Open311Format format = Open311Format.of(request);
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .body(writer.write(format, root, body));
    }
}
