import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Many timers that go off at one moment, on two nodes with one database, of which the second is killed (kill -9) when
 * half of them have gone off: none may be missed, none may do its work twice.
 */
final class TimersBench implements Bench.OnEmptyServer {
    @Override
    public void run(Server server, Bench.Options options) throws Exception {
        int timers = options.tickets();
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            Instant at = Instant.now().plus(Duration.ofSeconds(60 + timers / 2_500));
            long began = System.nanoTime();
            fill(sql, timers, at);
            Process other = server.node(options.port() + 1);
            System.out.printf(
                    "%,d timers written in %d s; two nodes wait for %s%n",
                    timers, (System.nanoTime() - began) / 1_000_000_000, at);
            Instant ready = Instant.now();
            Instant from = ready.isAfter(at) ? ready : at;
            long left = timers;
            boolean killed = false;
            while (left > 0) {
                Thread.sleep(500);
                left = number(sql, "select count(*) from ticket.ticket where alarm_at <= '" + from + "'");
                if (!killed && left <= timers / 2) {
                    other.destroyForcibly().waitFor();
                    killed = true;
                    System.out.printf("%,d left: the second node is killed%n", left);
                }
            }
            double seconds = Duration.between(from, Instant.now()).toMillis() / 1000.0;
            System.out.printf("all gone off %.1f s after they were due: %,.0f timers/s%n", seconds, timers / seconds);
            check(sql, timers, from);
        }
    }

    private static void fill(Statement sql, int timers, Instant at) throws Exception {
        sql.execute("set session_replication_role = replica");
        sql.execute("set synchronous_commit = off");
        sql.execute("set search_path = ticket, public");
        for (String statement : Files.readString(Path.of("bench/src/timers.sql"))
                .replace(":timers", String.valueOf(timers))
                .replace(":at", "'" + at + "'")
                .replaceAll("(?m)^--.*$", "")
                .split(";\\s*\n")) {
            if (!statement.isBlank()) {
                sql.execute(statement);
            }
        }
        sql.execute("analyze ticket");
        sql.execute("analyze part");
        sql.execute("analyze history");
    }

    /** What each timer had to do is there once: a level above for what is late, the next timer for what is near. */
    private static void check(Statement sql, int timers, Instant from) throws Exception {
        int late = timers / 2;
        equal(sql, "late ones that went up", late, "select count(distinct ticket_id) from ticket.escalation");
        equal(sql, "… once", late, "select count(*) from ticket.escalation");
        equal(sql, "… as one step of their history", late, "select count(*) from ticket.history where action = 'ESCALATE'");
        equal(sql, "… which is their version", late, "select count(*) from ticket.ticket where version = 4");
        equal(
                sql,
                "warned ones that wait for their deadline",
                timers - late,
                "select count(*) from ticket.ticket where version = 3 and alarm_at = due_at");
        try (ResultSet row = sql.executeQuery(
                "select percentile_cont(array[0.5, 0.95, 1]) within group (order by extract(epoch from began_at - '"
                        + from + "'::timestamptz)) from ticket.escalation")) {
            row.next();
            Double[] late_s = (Double[]) row.getArray(1).getArray();
            System.out.printf("late by: p50 %.1f s, p95 %.1f s, at most %.1f s%n", late_s[0], late_s[1], late_s[2]);
        }
    }

    private static void equal(Statement sql, String what, long expected, String count) throws Exception {
        long found = number(sql, count);
        System.out.printf("%-44s %,10d %s%n", what, found, found == expected ? "as it must be" : "WRONG: " + expected);
        if (found != expected) {
            throw new IllegalStateException(what);
        }
    }

    private static long number(Statement sql, String count) throws Exception {
        try (ResultSet row = sql.executeQuery(count)) {
            row.next();
            return row.getLong(1);
        }
    }
}
