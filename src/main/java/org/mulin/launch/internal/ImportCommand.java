package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "import",
        description = "Takes files of other systems in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ImportCommand.Tickets.class)
final class ImportCommand {
    private ImportCommand() {}

    @Command(
            name = "tickets",
            description = "Hands a file of appeals (jsonl, csv, xlsx, each also .gz) to a running server and follows "
                    + "the import; the server does the work and goes on when this command or the server is stopped. "
                    + "A server of this machine and user needs no password; for another set MULIN_USER and "
                    + "MULIN_PASSWORD. Importing a file again adds nothing.",
            mixinStandardHelpOptions = true)
    static final class Tickets implements Callable<Integer> {
        private static final Duration LOOK = Duration.ofMillis(300);
        private static final List<String> COUNTED =
                List.of("read", "imported", "repeated", "rejected", "dispatched", "triage");

        @Parameters(paramLabel = "FILE", description = "the file")
        private Path file = Path.of("");

        @Option(names = "--channel", description = "hotline (default), mailbox or counter")
        private String channel = "hotline";

        @Option(
                names = "--server",
                paramLabel = "URL",
                split = ",",
                defaultValue = "http://localhost:8080",
                description = "default: ${DEFAULT-VALUE}; of a city with several nodes: all of them, comma between, "
                        + "so that the next is asked when one is away")
        private List<String> servers = List.of();

        @Option(names = "--json", description = "the last line is one line of JSON")
        private boolean asJson;

        @Option(
                names = "--rejected",
                paramLabel = "CSV",
                description = "write the rows that were sent back or remarked here")
        private @Nullable Path rejected;

        private final JsonMapper json = new JsonMapper();
        private long tenthShown = -1;

        @Override
        public Integer call() throws InterruptedException {
            if (!Files.isReadable(file)) {
                System.err.println(file + ": no such file 找不到文件");
                return 1;
            }
            try {
                long start_ns = System.nanoTime();
                JsonNode end = follow(new RemoteServer(servers, json));
                double seconds = (System.nanoTime() - start_ns) / 1e9;
                report(end, seconds);
                return end.path("state").asString().equals("DONE") ? 0 : 1;
            } catch (RemoteServer.Refusal | IOException e) {
                System.err.println();
                System.err.println(e.getMessage());
                return 1;
            }
        }

        private JsonNode follow(RemoteServer remote) throws IOException, InterruptedException {
            String key = UUID.randomUUID().toString();
            JsonNode uploaded = remote.upload("/api/imports", key, Map.of("channel", channel), file);
            checkColumns(uploaded);
            String address = "/api/imports/" + uploaded.path("id").asString();
            JsonNode now = remote.post(address + "/starts", "start-" + key, "{\"mapping\":null}");
            while (now.path("state").asString().equals("RUNNING")) {
                progress(now);
                Thread.sleep(LOOK);
                now = remote.get(address);
            }
            progress(now);
            System.err.println();
            if (rejected != null && noted(now) > 0) {
                remote.download(address + "/rejected.csv", rejected);
            }
            return now;
        }

        /** The recognised columns are taken as they are; a file of which none holds the text is for the desk's page. */
        private void checkColumns(JsonNode uploaded) {
            JsonNode mapping = uploaded.path("mapping");
            if (mapping.hasNonNull("subject") || mapping.hasNonNull("body")) {
                return;
            }
            StringJoiner found = new StringJoiner("、");
            uploaded.path("columns").forEach(column -> found.add(column.asString()));
            throw new RemoteServer.Refusal("""
                    文件里没有认得出的“内容”列（也没有“标题”列）。文件中的列：%1$s。
                    请把该列改名为“内容”后重新导入，或在工作台“批量导入”页指定各列含义：%2$s/desk/imports （文件已上传，可直接选用）
                    No column of the file is known to hold the text (内容 or body). Its columns: %1$s.
                    Rename that column to 内容 and import again, or say what the columns mean on the desk's page Imports:
                    %2$s/desk/imports (the file is uploaded already)""".formatted(found, servers.getFirst()));
        }

        /** Rows in the file of rejected and remarked ones. */
        private static long noted(JsonNode view) {
            return view.path("rejected").asLong() + view.path("remarked").asLong();
        }

        /** In a terminal one line that counts; in a file a line for each tenth. */
        private void progress(JsonNode view) {
            long read = view.path("read").asLong();
            long total = view.path("total").asLong();
            long tenth = total == 0 ? 0 : read * 10 / total;
            if (System.console() == null && tenth == tenthShown) {
                return;
            }
            tenthShown = tenth;
            System.err.printf(
                    System.console() == null ? "%s%n" : "\r%s ",
                    "%d / %d  导入 imported %d  重复 repeated %d  未通过 rejected %d"
                            .formatted(
                                    read,
                                    total,
                                    view.path("imported").asLong(),
                                    view.path("repeated").asLong(),
                                    view.path("rejected").asLong()));
            System.err.flush();
        }

        private void report(JsonNode end, double seconds) {
            Map<String, Object> line = new LinkedHashMap<>();
            COUNTED.forEach(counter -> line.put(counter, end.path(counter).asLong()));
            line.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
            String failure = end.path("failure").asString("");
            if (!failure.isEmpty()) {
                System.err.println("导入失败 the import failed: " + failure);
            }
            if (noted(end) > 0 && rejected == null) {
                System.err.println("有未通过或有提示的行，可在工作台下载，或加 --rejected 文件名"
                        + " rows were rejected or remarked; see the desk, or use --rejected");
            }
            if (asJson) {
                System.out.println(json.writeValueAsString(line));
            } else {
                line.forEach((counter, count) -> System.out.println(counter + " " + count));
            }
        }
    }
}
