package org.mulin.launch.internal;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, so that it can be killed. */
final class ServerProcess {
    private static final Duration START_MAX = Duration.ofSeconds(90);

    private final Path data;
    private final String gatewayUrl;
    private final int port;
    private Process process;

    ServerProcess(Path data, String gatewayUrl) throws IOException {
        this.data = data;
        this.gatewayUrl = gatewayUrl;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.process = launch();
    }

    String origin() {
        return "http://localhost:" + port;
    }

    private Process launch() throws IOException {
        Path log = data.resolve("server.log");
        Files.createDirectories(data);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmulin.code-gateway.url=" + gatewayUrl,
                "-Duser.home=" + data,
                "org.mulin.launch.Mulin",
                "serve",
                "--port",
                Integer.toString(port),
                "--address",
                "127.0.0.1",
                "--data",
                data.resolve("city").toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MULIN_ADMIN_PASSWORD", "Correct-horse-25");
        Process started = builder.start();
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!Files.readString(log).contains("Mulin is ready")) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
            }
            pause();
        }
        return started;
    }

    /** kill -9 of the server and, where asked, of its database too; then a new start. */
    void crash(boolean withDatabase) throws IOException, InterruptedException {
        Path pidFile = data.resolve("city/postgres/cluster/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        if (withDatabase) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        process = launch();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
