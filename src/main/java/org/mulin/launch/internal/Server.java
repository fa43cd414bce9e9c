package org.mulin.launch.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mulin.MulinApplication;
import org.mulin.base.Refused;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackProblem;
import org.springframework.boot.SpringApplication;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Starts the program as a server and says so when it is ready. */
final class Server {
    private Server() {}

    /** @return {@link Commands#RUNNING}, or 1 when the server did not start */
    static int start(Map<String, Object> properties) {
        String address = String.valueOf(properties.get("server.address"));
        int port = Integer.parseInt(String.valueOf(properties.get("server.port")));
        // before the token is written: it may be that of the server that has the port
        if (!isFree(address, port)) {
            return Terminal.refuse(
                    "睦邻未启动：无法监听 %s:%d，端口可能已被占用。请先停止占用它的程序，或用 --port 换一个端口。".formatted(address, port),
                    ("Mulin did not start: it cannot listen on %s:%d; the port is probably in use. "
                                    + "Stop the program that uses it, or choose another with --port.")
                            .formatted(address, port));
        }
        Path pack = Path.of(String.valueOf(properties.get("mulin.pack")));
        Path prepared = Path.of(String.valueOf(properties.get("mulin.data")), "postgres", "prepared");
        if (!Files.exists(prepared) && !properties.containsKey("mulin.db.url")) {
            List<PackProblem> problems = PackCheck.run(pack, PackCheck.tables());
            if (!problems.stream().allMatch(PackProblem::warning)) {
                PackCommand.print(problems, System.err);
                return 1;
            }
            PackCommand.printCount(problems, pack, System.err);
        }
        Stopping.sayInOneLine();
        var application = new SpringApplication(MulinApplication.class);
        application.setLogStartupInfo(false);
        try {
            Path token = LocalTokenFile.of(port);
            properties.put("mulin.local-token", LocalTokenFile.write(token));
            application.addInitializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("command line", properties)));
            markDemo(properties);
            warnWithoutGateway(application.run().getEnvironment());
        } catch (RuntimeException | IOException e) {
            return explain(e);
        }
        Stopping.started();
        System.out.println("Mulin is ready: http://localhost:" + properties.get("server.port"));
        System.out.flush();
        return Commands.RUNNING;
    }

    private static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void warnWithoutGateway(Environment settings) {
        boolean demo = settings.getProperty("mulin.demo", Boolean.class, false);
        if (!demo && settings.getProperty("mulin.code-gateway.url", "").isBlank()) {
            System.err.println(
                    "注意：未设置短信网关 MULIN_CODE_GATEWAY_URL，居民收不到验证码，无法登录。见 docs/modules/notice.md、docs/modules/launch.md。");
            System.err.println("Warning: MULIN_CODE_GATEWAY_URL is not set; residents get no codes and cannot sign in. "
                    + "See docs/modules/notice.md and docs/modules/launch.md.");
        }
    }

    private static void markDemo(Map<String, Object> properties) throws IOException {
        if (Boolean.TRUE.equals(properties.get("mulin.demo"))) {
            Path data = Path.of(String.valueOf(properties.get("mulin.data")));
            Files.createDirectories(data);
            Files.writeString(data.resolve("demo"), "");
        }
    }

    private static int explain(Exception e) {
        if (Stopping.isUnderWay()) {
            return 1;
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof PackBroken broken) {
                PackCommand.print(broken.problems(), System.err);
                return 1;
            }
        }
        if (cause instanceof Refused refused) {
            return Terminal.refuse("睦邻未启动：", "Mulin did not start: ", refused);
        }
        System.err.println("睦邻未启动 Mulin did not start: " + cause.getMessage());
        return 1;
    }
}
