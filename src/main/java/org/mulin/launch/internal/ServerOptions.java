package org.mulin.launch.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that {@code demo} and {@code serve} share. */
final class ServerOptions {
    @Option(names = "--port", paramLabel = "PORT", description = "port to listen on (default: ${DEFAULT-VALUE})")
    int port = 8080;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "policy pack for the first start (default: packs/xinyu)")
    Path pack = Path.of("packs/xinyu");

    @Option(names = "--files", paramLabel = "DIR", description = "folder of uploaded files, shared by all nodes")
    @Nullable
    Path files;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "PostgreSQL to use instead of the embedded one, as jdbc:postgresql://HOST/DB; "
                    + "user and password from MULIN_DB_USER and MULIN_DB_PASSWORD")
    @Nullable
    String db;

    Map<String, Object> properties(Path data) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", port);
        properties.put("mulin.data", data.toAbsolutePath().toString());
        properties.put("mulin.pack", pack.toAbsolutePath().toString());
        if (files != null) {
            properties.put("mulin.files", files.toAbsolutePath().toString());
        }
        if (db != null) {
            properties.put("mulin.db.url", db);
        }
        return properties;
    }
}
