import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** bench/run WHAT [FILE] [--tickets N] [--data DIR] [--port P] [--seconds S]: starts a server, fills it, measures. */
public final class Bench {
    private static final Map<String, Measurement> KNOWN = Map.of(
            "like", options -> org.mulin.triage.internal.LikeBench.run(options.file(), options.tickets()),
            "insight", new InsightBench(),
            "desk", new DeskBench(),
            "life", new LifeBench(),
            "import", new ImportBench(),
            "timers", new TimersBench(),
            "classify", options -> org.mulin.triage.internal.ClassifyBench.run(options.file()),
            "place", options -> org.mulin.triage.internal.PlaceBench.run(options.file()),
            "reply", options -> org.mulin.triage.internal.ReplyBench.run(options.file()),
            "boston", new BostonBench());

    /** Something worth measuring. */
    interface Measurement {
        void run(Options options) throws Exception;
    }

    /** Something worth measuring on a server that is full. */
    interface OnFullServer extends Measurement {
        void run(Server server, Options options) throws Exception;

        @Override
        default void run(Options options) throws Exception {
            try (Server server = Server.start(options.data(), options.port())) {
                new Generator(server, options.tickets()).fill();
                run(server, options);
            }
        }
    }

    /** Something worth measuring on a server that holds nothing yet. */
    interface OnEmptyServer extends Measurement {
        void run(Server server, Options options) throws Exception;

        @Override
        default void run(Options options) throws Exception {
            try (Server server = Server.start(options.data(), options.port())) {
                run(server, options);
            }
        }
    }

    record Options(String what, String file, int tickets, Path data, int port, int seconds) {
        static Options of(String[] args) {
            Map<String, String> named = new HashMap<>();
            List<String> plain = new ArrayList<>();
            for (int at = 0; at < args.length; at++) {
                if (args[at].startsWith("--") && at + 1 < args.length) {
                    named.put(args[at], args[++at]);
                } else {
                    plain.add(args[at]);
                }
            }
            return new Options(
                    plain.isEmpty() ? "" : plain.getFirst(),
                    plain.size() > 1 ? plain.get(1) : "",
                    Integer.parseInt(named.getOrDefault("--tickets", "1000000")),
                    Path.of(named.getOrDefault("--data", "target/bench-data")),
                    Integer.parseInt(named.getOrDefault("--port", "8099")),
                    Integer.parseInt(named.getOrDefault("--seconds", "20")));
        }
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        Measurement measurement = KNOWN.get(options.what());
        if (measurement == null) {
            System.err.println("bench/run " + KNOWN.keySet() + " [--tickets N] [--data DIR] [--port P] [--seconds S]");
            System.exit(1);
            return;
        }
        measurement.run(options);
    }
}
