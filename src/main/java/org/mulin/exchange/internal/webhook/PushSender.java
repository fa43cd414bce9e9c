package org.mulin.exchange.internal.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.exchange.internal.webhook.PushRepository.Taken;
import org.mulin.exchange.internal.webhook.SubscriptionRepository.Target;

/** Sends one delivery and says what came of it. Follows no redirect, keeps nothing of the answer but its status. */
final class PushSender {
    private static final int OK = 200;
    private static final int OK_END = 300;

    private final UrlGuard guard;
    private final Duration timeout;
    private final HttpClient client;

    PushSender(UrlGuard guard, Duration timeout) {
        this.guard = guard;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** @param failure null when the subscriber has it; else a word for why not */
    record Outcome(@Nullable Integer status, @Nullable String failure) {}

    Outcome send(Taken delivery, Target target) throws InterruptedException {
        URI url;
        try {
            // names are looked up anew each time; the client's own look-up right after comes from the same cache
            url = guard.check(target.url());
        } catch (Refused refused) {
            return new Outcome(null, refused.code());
        }
        String id = delivery.eventId().toString();
        long timestamp_s = delivery.at().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("User-Agent", "Mulin-Webhooks/1")
                .header("Webhook-Id", id)
                .header("Webhook-Timestamp", String.valueOf(timestamp_s))
                .header("Webhook-Signature", Signature.of(target.secret(), id, timestamp_s, delivery.body()))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            // the request's own limit ends with the head of the answer; this one covers an endless body too
            int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return new Outcome(status, status >= OK && status < OK_END ? null : "webhook-answer");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Outcome(null, "webhook-timeout");
        } catch (ExecutionException e) {
            return new Outcome(null, word(e.getCause()));
        }
    }

    private static String word(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException ignored -> "webhook-timeout";
            case ConnectException ignored -> "webhook-connection";
            case SSLException ignored -> "webhook-certificate";
            case IOException ignored -> "webhook-connection";
            case null, default -> "webhook-broken";
        };
    }
}
