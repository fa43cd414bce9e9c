package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mulin.MulinApplication;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackProblem;
import org.springframework.boot.SpringApplication;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/** Starts the program as a server and says so when it is ready. */
final class Server {
    private Server() {}

    /** @return {@link Commands#RUNNING}, or 1 when the server did not start */
    static int start(Map<String, Object> properties) {
        Path pack = Path.of(properties.get("mulin.pack").toString());
        Path prepared = Path.of(properties.get("mulin.data").toString(), "postgres", "prepared");
        if (!Files.exists(prepared) && !properties.containsKey("mulin.db.url")) {
            List<PackProblem> mistakes = PackCheck.run(pack, PackCheck.tables());
            if (!mistakes.isEmpty()) {
                PackCommand.print(mistakes, System.err);
                return 1;
            }
        }
        var application = new SpringApplication(MulinApplication.class);
        application.setLogStartupInfo(false);
        try {
            Path token = LocalTokenFile.of(
                    Integer.parseInt(properties.get("server.port").toString()));
            properties.put("mulin.local-token", LocalTokenFile.write(token));
            application.addInitializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("command line", properties)));
            markDemo(properties);
            application.run();
        } catch (RuntimeException | IOException e) {
            return explain(e);
        }
        System.out.println("Mulin is ready: http://localhost:" + properties.get("server.port"));
        System.out.flush();
        return Commands.RUNNING;
    }

    private static void markDemo(Map<String, Object> properties) throws IOException {
        if (Boolean.TRUE.equals(properties.get("mulin.demo"))) {
            Path data = Path.of(properties.get("mulin.data").toString());
            Files.createDirectories(data);
            Files.writeString(data.resolve("demo"), "");
        }
    }

    private static int explain(Exception e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof PackBroken broken) {
                PackCommand.print(broken.problems(), System.err);
                return 1;
            }
        }
        System.err.println("Mulin did not start: " + cause.getMessage());
        return 1;
    }
}
