import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The program itself, as a process of its own on its embedded database, and people who sign in to it. */
final class Server implements AutoCloseable {
    static final String ADMIN_PASSWORD = "Bench-of-mulin-25";
    static final String OWN_PASSWORD = "Own-password-of-bench-25";

    private final Path data;
    private final int port;
    private Process process;

    private Server(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static Server start(Path data, int port) throws Exception {
        Server server = new Server(data, port);
        server.run();
        return server;
    }

    private void run() throws Exception {
        process = launch(port, data, List.of(), Map.of());
    }

    /** One more node on the same database and files. */
    Process node(int otherPort) throws Exception {
        Path own = Files.createTempDirectory("mulin-bench-node");
        Path key = own.resolve("keys/sealing");
        Files.createDirectories(key.getParent());
        Files.copy(data.resolve("keys/sealing"), key);
        return launch(
                otherPort,
                own,
                List.of("--db", url(data, "mulin"), "--files", data.resolve("files").toAbsolutePath().toString()),
                Map.of("MULIN_DB_USER", "mulin", "MULIN_DB_PASSWORD", password(data)));
    }

    private static Process launch(int port, Path data, List<String> more, Map<String, String> environment)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path").replaceFirst("^[^" + File.pathSeparator + "]*" + File.pathSeparator, ""),
                "org.mulin.launch.Mulin",
                "serve",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString(),
                "--address",
                "127.0.0.1"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MULIN_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Mulin is ready")) {
                Thread.ofVirtual().start(() -> echo(lines));
                return process;
            }
        }
        throw new IllegalStateException("the server did not start:\n" + said);
    }

    private static void echo(BufferedReader lines) {
        try {
            lines.lines().forEach(System.err::println);
        } catch (UncheckedIOException e) {
            // the program was ended, and its line with it
        }
    }

    /** Ends it and starts it again, as after new data that it did not write itself. */
    void restart() throws Exception {
        close();
        run();
    }

    /** With statements counted: one more start where the database does not count them yet. */
    void countStatements() throws Exception {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            ResultSet loaded = statement.executeQuery("show shared_preload_libraries");
            loaded.next();
            if (!loaded.getString(1).contains("pg_stat_statements")) {
                statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
                statement.execute("alter system set pg_stat_statements.track_utility = off");
                statement.execute("create extension if not exists pg_stat_statements");
                restart();
            }
        }
    }

    /** As the database's superuser: bulk data come in without checks of each row. */
    Connection database() throws Exception {
        return database(data, "mulin");
    }

    static Connection database(Path data, String name) throws Exception {
        return DriverManager.getConnection(url(data, name), "postgres", password(data));
    }

    static String url(Path data, String name) throws IOException {
        String port = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(3)
                .strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Of the superuser and of the program's own role. */
    static String password(Path data) throws IOException {
        return Files.readString(data.resolve("postgres/password")).strip();
    }

    /** Processor time of the program so far: unlike the time of an answer, it does not depend on what else runs. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The same of PostgreSQL: the postmaster, its backends and those that have ended. */
    Duration databaseTime() throws IOException {
        return Postgres.processorTime(data);
    }

    Path data() {
        return data;
    }

    /** Somebody with a browser. */
    final class Person {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, String json) throws Exception {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(json)));
        }

        /** One file as a form, with fields beside it. */
        HttpResponse<String> upload(String path, Map<String, String> fields, Path file) throws Exception {
            String boundary = "mulin" + UUID.randomUUID();
            StringBuilder head = new StringBuilder();
            fields.forEach((name, value) -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
            head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                    .formatted(boundary, file.getFileName()));
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head.toString()),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.uri() + " " + response.statusCode() + " " + response.body());
            }
            return response;
        }
    }

    private Person signedIn(String username, String password) throws Exception {
        Person person = new Person();
        person.get("/api/session");
        person.post(
                "/api/sessions/staff", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        person.get("/api/session");
        return person;
    }

    /** A new account on a post of the pack, signed in. */
    Person staff(String post) throws Exception {
        String username = "bench" + Long.toString(System.nanoTime(), 36);
        signedIn("admin", ADMIN_PASSWORD)
                .post(
                        "/api/accounts",
                        """
                        {"username":"%s","displayName":"测量","postCode":"%s","initialPassword":"Initial-pass-1"}"""
                                .formatted(username, post));
        Person person = signedIn(username, "Initial-pass-1");
        person.post(
                "/api/password-changes",
                "{\"current\":\"Initial-pass-1\",\"next\":\"%s\"}".formatted(OWN_PASSWORD));
        return signedIn(username, OWN_PASSWORD);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
