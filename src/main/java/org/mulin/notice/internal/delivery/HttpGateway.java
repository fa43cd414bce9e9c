package org.mulin.notice.internal.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Hands texts to the city's message gateway: POST {@code {"id", "phone", "text"}} as JSON to {@code
 * mulin.code-gateway.url}, with {@code mulin.code-gateway.token} as bearer token; one with a code has {@code "code"}
 * and {@code "validity_s"} too. Any 2xx answer counts as taken, 408, 429 and 5xx as not now, any other as never.
 */
@Component
@ConditionalOnProperty(name = "mulin.demo", havingValue = "false")
class HttpGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final String token;
    private final RestClient client;

    HttpGateway(@Value("${mulin.code-gateway.url:}") String url, @Value("${mulin.code-gateway.token:}") String token) {
        this.url = url;
        this.token = token;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isOpen() {
        return !url.isEmpty();
    }

    @Override
    public void send(Text text) throws NotTaken {
        if (!isOpen()) {
            throw new NotTaken(DeliveryFault.UNREACHABLE);
        }
        try {
            client.post()
                    .uri(URI.create(url))
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body(text))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientResponseException e) {
            LOG.warn("the message gateway answered {}", e.getStatusCode().value());
            throw new NotTaken(fault(e.getStatusCode()));
        } catch (RestClientException e) {
            LOG.warn("the message gateway cannot be reached: {}", e.getClass().getSimpleName());
            throw new NotTaken(DeliveryFault.UNREACHABLE);
        }
    }

    private static Map<String, Object> body(Text text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", text.id());
        body.put("phone", text.phone());
        body.put("text", text.words());
        if (text.code() != null && text.validity() != null) {
            body.put("code", text.code());
            body.put("validity_s", text.validity().toSeconds());
        }
        return body;
    }

    private static DeliveryFault fault(HttpStatusCode status) {
        boolean notNow = status.is5xxServerError()
                || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                || status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT);
        return notNow ? DeliveryFault.BUSY : DeliveryFault.REFUSED;
    }
}
