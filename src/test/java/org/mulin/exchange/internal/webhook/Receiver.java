package org.mulin.exchange.internal.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A subscriber on this machine: keeps what it hears and answers as it is told. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    record Heard(String id, String timestamp, String signature, String type, String body) {}

    /** @param answer the status for the n-th message, n counting from 0 */
    Receiver(IntUnaryOperator answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            Heard message = new Heard(
                    headers.getFirst("Webhook-Id"),
                    headers.getFirst("Webhook-Timestamp"),
                    headers.getFirst("Webhook-Signature"),
                    headers.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int place;
            synchronized (heard) {
                place = heard.size();
                heard.add(message);
            }
            exchange.getResponseHeaders().add("Location", url() + "elsewhere");
            exchange.sendResponseHeaders(answer.applyAsInt(place), -1);
            exchange.close();
        });
        server.start();
    }

    static Receiver taking() {
        return new Receiver(ignored -> 204);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
