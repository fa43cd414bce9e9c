import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages a second of an import by the command line, with what each costs: read, placed, classified, dispatched. */
final class ImportBench implements Bench.Measurement {
    @Override
    public void run(Bench.Options options) throws Exception {
        Path data = options.data().resolveSibling(options.data().getFileName() + "-import");
        try (Server server = Server.start(data, options.port())) {
            long jvm_ns = server.processorTime().toNanos();
            long postgres_ns = server.databaseTime().toNanos();
            JsonNode done = imported(options);
            double read = done.get("read").asDouble();
            System.out.println(done);
            System.out.printf(
                    "%.0f messages/s; %.2f ms of the program's and %.2f ms of PostgreSQL's processor a message; load %s%n",
                    read / done.get("seconds").asDouble(),
                    (server.processorTime().toNanos() - jvm_ns) / 1e6 / read,
                    (server.databaseTime().toNanos() - postgres_ns) / 1e6 / read,
                    Postgres.load());
        }
    }

    /** What the command says in its last line. */
    private static JsonNode imported(Bench.Options options) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path").replaceFirst("^[^" + File.pathSeparator + "]*" + File.pathSeparator, ""),
                "org.mulin.launch.Mulin",
                "import",
                "tickets",
                options.file(),
                "--server",
                "http://localhost:" + options.port(),
                "--json");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the import failed: " + lines);
        }
        return JsonMapper.shared().readTree(lines.getLast());
    }
}
