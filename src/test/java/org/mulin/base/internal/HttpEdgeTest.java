package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What happens at the edge of the program, before a controller or after the reader has gone. */
class HttpEdgeTest extends MulinHttpTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    @Value("${management.metrics.web.server.max-uri-tags}")
    private int counted;

    @Test
    void everyAddressIsCounted() {
        long all = addresses.getHandlerMethods().keySet().stream()
                .flatMap(each -> each.getPatternValues().stream())
                .distinct()
                .count();
        assertThat(all).isGreaterThan(200).isLessThan(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/%2e%2e/etc/passwd", "/a%5c..%5cb", "/assets/..%2fapplication.yaml", "/%"})
    void anAddressThatTomcatRefusesIsAProblemLikeEveryOther(String path) {
        Browser.Answer answer = browser().raw(path).expect(400);
        assertThat(answer.code()).isEqualTo("request-malformed");
        assertThat(answer.body().get("detail").asString()).isEqualTo("无法识别这个请求。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/open-tickets?q=%", "/api/places?q=%", "/api/areas?parent=%zz"})
    void aParameterThatCannotBeDecodedIsAProblemLikeEveryOther(String path) {
        assertThat(browser().raw(path).expect(400).code()).isEqualTo("request-malformed");
    }

    @Test
    void aFormWithoutABoundaryIsAProblemLikeEveryOther() {
        var headers = Map.of("Content-Type", "multipart/form-data", "Idempotency-Key", "no-boundary");
        assertThat(resident()
                        .ask("POST", "/api/files", "--x", headers)
                        .expect(400)
                        .code())
                .isEqualTo("request-malformed");
    }

    @Test
    void aRangeThatIsNotThereIsAProblemLikeEveryOther() throws IOException, InterruptedException {
        HttpResponse<String> answer = ranged("bytes=99999999-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo("range-unsatisfiable");
    }

    /** RFC 9110, 14.2: what is no range, or counts in other units, is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=zz",
                "bytes=abc",
                "bytes=5-2",
                "bytes=",
                "lines=1-2",
                "lines",
                "bytes=99999999999999999999-"
            })
    void whatIsNoRangeIsNotThere(String range) throws IOException, InterruptedException {
        assertThat(ranged(range).statusCode()).isEqualTo(200);
    }

    @Test
    void aRangeIsServed() throws IOException, InterruptedException {
        HttpResponse<String> answer = ranged("bytes=0-3");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).hasSize(4);
    }

    private HttpResponse<String> ranged(String range) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(origin() + "/"))
                            .header("Range", range)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Scripts name no language; they read the city's, whatever the machine speaks. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/nothing", "/api/my/appeals?limit=x"})
    void whoeverNamesNoLanguageReadsChinese(String path) throws IOException, InterruptedException {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String problem = client.send(
                            HttpRequest.newBuilder(URI.create(origin() + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(json.readTree(problem).get("detail").asString()).containsPattern("\\p{IsHan}");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void nothingIsAtTheAddressOfErrors() {
        assertThat(browser().get("/error").expect(404).code()).isEqualTo("absent");
        assertThat(administrator().post("/error", Map.of()).expect(404).code()).isEqualTo("absent");
    }

    @Test
    void onlyHealthIsTold() {
        Browser administrator = administrator();
        assertThat(administrator.get("/actuator/health").expect(200).body().propertyNames())
                .containsOnly("status", "groups");
        for (String path : new String[] {"/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump"}) {
            administrator.get(path).expect(404);
        }
        browser().get("/v3/api-docs").expect(200);
    }

    @Test
    void whoeverHasGoneAwayIsNoIncident() {
        var advice = new ProblemAdvice(new CatalogueProblems());
        var log = (Logger) LoggerFactory.getLogger(Incident.class);
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        log.addAppender(seen);
        try {
            assertThat(advice.broken(new AsyncRequestNotUsableException("gone", new EOFException()), Locale.ENGLISH))
                    .isNull();
            assertThat(advice.broken(new IOException("Broken pipe"), Locale.ENGLISH))
                    .isNull();
            assertThat(seen.list).isEmpty();
            assertThat(String.valueOf(advice.broken(new IllegalStateException("own words"), Locale.ENGLISH)))
                    .contains("500", "incident=");
            assertThat(seen.list).hasSize(1);
            assertThat(seen.list.getFirst().getFormattedMessage()).doesNotContain("own words");
        } finally {
            log.detachAppender(seen);
        }
    }
}
