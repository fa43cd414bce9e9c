import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boston's requests of the second half of 2011 through the import, their target as the deadline that another platform
 * set; then every clock is compared with the file. The file is not part of the repository: bench/run boston PATH.
 */
final class BostonBench implements Bench.OnEmptyServer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant END = at("2011-12-31 23:59:59");

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public void run(Server server, Bench.Options options) throws Exception {
        Server.Person clerk = server.staff("hotline-clerk");
        JsonNode file = json.readTree(
                clerk.upload("/api/imports", Map.of("channel", "hotline"), Path.of(options.file())).body());
        String id = file.get("id").asString();
        long began = System.nanoTime();
        clerk.post("/api/imports/" + id + "/starts", """
                {"mapping":{"id":"case_enquiry_id","subject":"case_title","body":"type","time":"open_dt",
                "address":"location","target":"target_dt"}}""");
        JsonNode state;
        do {
            Thread.sleep(500);
            state = json.readTree(clerk.get("/api/imports/" + id).body());
        } while (!List.of("DONE", "FAILED", "CANCELLED").contains(state.get("state").asString()));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %,d rows in %.1f s, %,.0f rows/s%n", state.get("state").asString(),
                state.get("read").asLong(), seconds, state.get("read").asLong() / seconds);
        JsonNode rejections = json.readTree(clerk.get("/api/imports/" + id + "/rejections").body());
        (rejections.isArray() ? rejections : rejections.get("items")).forEach(row -> System.out.println(
                "rejected: line " + row.get("line") + " " + row.get("field").asString() + " " + row.get("reason")));
        compare(server, Path.of(options.file()));
    }

    /** Every row of the file beside the ticket that it became. */
    private static void compare(Server server, Path file) throws Exception {
        Map<String, Instant> due = new HashMap<>();
        int noClock = 0;
        try (Connection database = server.database();
                Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("select a.external_id, t.due_at from ticket.ticket t"
                        + " join ticket.appeal a on a.ticket_id = t.id where a.channel = 'HOTLINE'")) {
            while (rows.next()) {
                var at = rows.getTimestamp(2);
                due.put(rows.getString(1), at == null ? null : at.toInstant());
                noClock += at == null ? 1 : 0;
            }
        }
        int closed = 0, closedLate = 0, differ = 0, openLate = 0, early = 0, without = 0;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
                String id = row.get("case_enquiry_id");
                if (row.get("target_dt").isBlank()) {
                    without++;
                    differ += due.containsKey(id) && due.get(id) == null ? 0 : 1;
                    continue;
                }
                Instant target = at(row.get("target_dt"));
                if (target.isBefore(at(row.get("open_dt")))) {
                    early++;
                    closed += row.get("closed_dt").isBlank() ? 0 : 1;
                    closedLate += row.get("closed_dt").isBlank() ? 0 : 1;
                    differ += due.containsKey(id) ? 1 : 0;
                    continue;
                }
                Instant clock = due.get(id);
                Instant over = row.get("closed_dt").isBlank() ? null : at(row.get("closed_dt"));
                boolean late = (over == null ? END : over).isAfter(target);
                boolean told = clock != null && (over == null ? END : over).isAfter(clock);
                differ += late == told ? 0 : 1;
                closed += over == null ? 0 : 1;
                closedLate += over != null && told ? 1 : 0;
                openLate += over == null && told ? 1 : 0;
            }
        }
        System.out.printf("closed with a target: %,d, of which overdue (closed > target): %,d%n", closed, closedLate);
        System.out.printf("open past their target at the end of the file: %,d%n", openLate);
        System.out.printf("without a target: %,d rows, %,d tickets without a clock%n", without, noClock);
        System.out.printf("target before opening: %d (counted above as overdue), rejected, none of them a ticket%n", early);
        System.out.printf("rows whose ticket says something else than the file: %d%n", differ);
        if (differ > 0 || noClock != without) {
            throw new IllegalStateException("the clocks differ from the file");
        }
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time, TIME).atZone(ZONE).toInstant();
    }
}
