package org.mulin.notice.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.mulin.access.CodeSender;
import org.mulin.base.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Hands codes to the city's message gateway: POST {@code {"phone", "code", "validity_s"}} as JSON to {@code
 * mulin.code-gateway.url}, with {@code mulin.code-gateway.token} as bearer token. Any 2xx answer counts as taken.
 * Without an address no code can be sent, and the page says so.
 */
@Component
@ConditionalOnProperty(name = "mulin.demo", havingValue = "false")
class GatewayCodeSender implements CodeSender {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayCodeSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final String token;
    private final RestClient client;

    GatewayCodeSender(
            @Value("${mulin.code-gateway.url:}") String url, @Value("${mulin.code-gateway.token:}") String token) {
        this.url = url;
        this.token = token;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public void send(String phone, String code, Duration validity) {
        if (url.isEmpty()) {
            throw Refused.of("code-not-sent");
        }
        try {
            client.post()
                    .uri(URI.create(url))
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("phone", phone, "code", code, "validity_s", validity.toSeconds()))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            LOG.warn("the message gateway did not take a code: {}", e.getClass().getSimpleName());
            throw Refused.of("code-not-sent");
        }
    }
}
