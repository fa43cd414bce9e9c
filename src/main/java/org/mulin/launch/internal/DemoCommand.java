package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mulin.demo.DemoFolder;
import org.mulin.demo.DemoLife;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Serves an invented city on this machine only, with people, tickets and sign-ins to try.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "folder of the demo's data (default: .data/demo)")
    private Path data = Path.of(".data/demo");

    @Option(
            names = "--fresh",
            description = "throw the demo's data away and begin anew; a city that was played within the last day "
                    + "is taken from DIR-cache in seconds")
    private boolean fresh;

    @Option(
            names = "--life",
            paramLabel = "LIFE",
            description = "how much of the city's past is played at the first start: whole (three months of the "
                    + "whole city, some minutes) or short (three weeks of one neighbourhood, seconds); "
                    + "default: ${DEFAULT-VALUE}")
    private DemoLife life = DemoLife.WHOLE;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> properties = options.properties(data);
        if (!prepare(Path.of(String.valueOf(properties.get("mulin.pack"))))) {
            return 1;
        }
        properties.put("mulin.demo", true);
        properties.put("mulin.demo-life", life);
        properties.put("mulin.demo-kept", isKept());
        if (life == DemoLife.WHOLE) {
            // decisions of three months in three minutes are learnt together, at the end
            properties.put("mulin.triage.quiet", "30s");
        }
        properties.put("mulin.admin-password", "Demo-2026-mulin");
        // everybody is told the passwords; keeping them costly to guess would cost the play a minute
        properties.put("mulin.password-memory", "64KB");
        properties.put("server.address", "127.0.0.1");
        return Server.start(properties);
    }

    /** Half a city is nobody's: whatever a killed play left is thrown away with the rest of the folder. */
    private boolean prepare(Path pack) throws IOException {
        boolean half = new DemoFolder(data).isHalfPlayed();
        if (half && options.db != null) {
            System.err.println("The play of the demo city was cut short. Empty the database " + options.db
                    + " and the folder " + data + ", then start again.");
            return false;
        }
        if (fresh || half) {
            makeRoom(data);
        }
        if (isKept() && !Files.exists(data)) {
            new DemoCache(data, pack, life).restore(data.toAbsolutePath(), Instant.now(Clock.systemUTC()));
        }
        return true;
    }

    /** What is played in seconds, or lies elsewhere too, is not put by. */
    private boolean isKept() {
        return life == DemoLife.WHOLE && options.db == null && options.files == null;
    }

    /** Only a folder that a demo made is thrown away, and only when no program uses it. */
    private static void makeRoom(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve("demo"))) {
            throw new IOException(folder + " 不是演示数据目录，未作改动。It holds no demo and is left as it is.");
        }
        EmbeddedDatabase.stopLeftover(folder.toAbsolutePath().resolve("postgres"));
        FolderCopy.delete(folder);
    }
}
