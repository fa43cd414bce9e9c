package org.mulin.launch.internal;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Passwords;
import org.mulin.base.Refused;
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
            password = String.valueOf(
                    console.readPassword("请设置管理员（用户名 admin）的密码 Password for the administrator (user name admin): "));
        }
        if (firstStart && (password == null || !Passwords.isStrong(password))) {
            return refuse(password);
        }
        if (password != null) {
            properties.put("mulin.admin-password", password);
        }
        return Server.start(properties);
    }

    /** Said at once: what comes before the first account takes a minute. */
    private static int refuse(@Nullable String password) {
        if (password == null) {
            return Terminal.refuse(
                    "睦邻未启动：首次启动请在环境变量 " + PASSWORD + " 中给出管理员密码，并备好短信网关地址 MULIN_CODE_GATEWAY_URL。",
                    "Mulin did not start: the first start needs the administrator's password in " + PASSWORD + ".");
        }
        return Terminal.refuse(
                "睦邻未启动：管理员密码（" + PASSWORD + "）不合要求。",
                "Mulin did not start: the administrator's password (" + PASSWORD + ") is too weak. ",
                Refused.of("password-weak"));
    }
}
