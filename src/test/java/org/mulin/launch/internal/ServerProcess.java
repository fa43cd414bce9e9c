package org.mulin.launch.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mulin.policy.SmallPack;

/** A server in a process of its own, so that it can be killed. */
final class ServerProcess {
    private static final Duration START_MAX = Duration.ofSeconds(90);

    private final Path data;
    private final String gatewayUrl;
    private final List<String> more;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    /** With a database of its own. */
    ServerProcess(Path data, String gatewayUrl) throws IOException {
        this(data, gatewayUrl, List.of(), Map.of());
    }

    private ServerProcess(Path data, String gatewayUrl, List<String> more, Map<String, String> environment)
            throws IOException {
        this.data = data;
        this.gatewayUrl = gatewayUrl;
        this.more = more;
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.process = launch();
    }

    /** One of several on a database and a folder of files. */
    static ServerProcess node(Path data, String gatewayUrl, EmbeddedDatabase database, Path files) {
        try {
            return new ServerProcess(
                    data,
                    gatewayUrl,
                    List.of("--db", database.url(), "--files", files.toString()),
                    Map.of(
                            "MULIN_TRIAGE_QUIET",
                            "1s",
                            "MULIN_OUTBOX_LOOK",
                            "PT2S",
                            "MULIN_DB_USER",
                            EmbeddedDatabase.USER,
                            "MULIN_DB_PASSWORD",
                            database.password(),
                            "MULIN_KEY",
                            "5e".repeat(32)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://localhost:" + port;
    }

    private Process launch() throws IOException {
        Path log = data.resolve("server.log");
        Files.createDirectories(data);
        var command = new ArrayList<>(List.of(
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
                "--pack",
                SmallPack.folder().toString(),
                "--data",
                data.resolve("city").toString()));
        command.addAll(more);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MULIN_ADMIN_PASSWORD", "Correct-horse-25");
        builder.environment().putAll(environment);
        Process started = builder.start();
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!Files.readString(log).contains("Mulin is ready")) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
            }
            rest();
        }
        return started;
    }

    /** kill -9 of the server and, where asked, of its database too; then a new start. */
    void crash(boolean withDatabase) throws IOException, InterruptedException {
        Path pidFile = data.resolve("city/postgres/cluster/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        kill();
        if (withDatabase) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        process = launch();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** It does nothing until {@link #resume}, as a machine that swaps. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
