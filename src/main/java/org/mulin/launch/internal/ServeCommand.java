package org.mulin.launch.internal;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serves one city. The first start takes the administrator's password from "
                + "MULIN_ADMIN_PASSWORD or asks for it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final String PASSWORD = "MULIN_ADMIN_PASSWORD";

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of database, files and keys (default: .data/serve)")
    private Path data = Path.of(".data/serve");

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String address = "0.0.0.0";

    @Override
    public Integer call() {
        Map<String, Object> properties = options.properties(data);
        properties.put("mulin.demo", false);
        properties.put("server.address", address);
        boolean firstStart = options.db == null && !Files.exists(data.resolve("postgres/prepared"));
        String password = System.getenv(PASSWORD);
        Console console = System.console();
        if (password == null && firstStart && console != null && console.isTerminal()) {
            password = String.valueOf(console.readPassword("Password for the administrator (user name admin): "));
        }
        if (password != null) {
            properties.put("mulin.admin-password", password);
        }
        return Server.start(properties);
    }
}
