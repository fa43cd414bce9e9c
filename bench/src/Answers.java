import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Asks a server the same thing for some seconds, one reader at a time, and prints a line of what it cost. */
final class Answers {
    static final double TARGET_ms = 150;
    private static final int WARM = 20;
    /** A statement that is part of each answer was executed so often, or twice, or three times as often. */
    private static final int COUNTED = 40;

    private final Server server;
    private final int seconds;
    private double worst_ms;
    private String worst = "";

    Answers(Server server, int seconds) throws Exception {
        this.server = server;
        this.seconds = seconds;
        server.countStatements();
        System.out.printf(
                "%n%-54s %5s %6s %8s %8s %8s %8s %8s   load%n",
                "", "n", "stmts", "jvm ms", "pg ms", "p50 ms", "p95 ms", "p99 ms");
    }

    void measure(Server.Person reader, String name, String path) throws Exception {
        measure(reader, name, n -> path);
    }

    /** @param path of the n-th request */
    void measure(Server.Person reader, String name, IntFunction<String> path) throws Exception {
        int asked = 0;
        while (asked < WARM) {
            reader.get(path.apply(asked++));
        }
        double statements = statements(reader, path, asked);
        asked += COUNTED;
        long jvm_ns = server.processorTime().toNanos();
        long postgres_ns = server.databaseTime().toNanos();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        double[] times = new double[100_000];
        int n = 0;
        while (System.nanoTime() < until && n < times.length) {
            long began = System.nanoTime();
            reader.get(path.apply(asked++));
            times[n++] = (System.nanoTime() - began) / 1e6;
        }
        double[] sorted = Arrays.copyOf(times, n);
        Arrays.sort(sorted);
        double p95 = sorted[(int) (n * 0.95)];
        if (p95 > worst_ms) {
            worst_ms = p95;
            worst = name;
        }
        System.out.printf(
                "%-54s %5d %6.1f %8.1f %8.1f %8.1f %8.1f %8.1f   %s%s%n",
                name,
                n,
                statements,
                (server.processorTime().toNanos() - jvm_ns) / 1e6 / n,
                (server.databaseTime().toNanos() - postgres_ns) / 1e6 / n,
                sorted[n / 2],
                p95,
                sorted[(int) (n * 0.99)],
                Postgres.load(),
                p95 <= TARGET_ms ? "" : "   over " + (int) TARGET_ms + " ms");
    }

    /** Of one answer, as the database counts them; what the program does by itself meanwhile is left out. */
    private double statements(Server.Person reader, IntFunction<String> path, int from) throws Exception {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            for (int i = 0; i < COUNTED; i++) {
                reader.get(path.apply(from + i));
            }
            ResultSet calls = statement.executeQuery(
                    "select sum(calls) from pg_stat_statements where calls % " + COUNTED + " = 0");
            calls.next();
            return calls.getDouble(1) / COUNTED;
        }
    }

    void end() {
        System.out.printf(
                "%nworst p95: %.1f ms (%s), %.2f of the %.0f ms allowed%n",
                worst_ms, worst, worst_ms / TARGET_ms, TARGET_ms);
    }
}
