package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    @Option(names = "--fresh", description = "throw the demo's data away and play the city anew")
    private boolean fresh;

    @Override
    public Integer call() throws IOException {
        if (fresh) {
            EmbeddedDatabase.stopLeftover(data.toAbsolutePath().resolve("postgres"));
            delete(data);
        }
        Map<String, Object> properties = options.properties(data);
        properties.put("mulin.demo", true);
        properties.put("mulin.admin-password", "Demo-2026-mulin");
        properties.put("server.address", "127.0.0.1");
        return Server.start(properties);
    }

    /** Only a folder that a demo made is thrown away. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("demo"))) {
            if (Files.exists(folder)) {
                throw new IOException(folder + " holds no demo; it is left as it is");
            }
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
