import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The leader's view over a year of tickets: how long each answer takes, and whether it equals a recount by SQL. */
final class InsightBench implements Bench.OnFullServer {
    @Override
    public void run(Server server, Bench.Options options) throws Exception {
        Server.Person leader = server.staff("city-leader");
        long began = System.nanoTime();
        leader.get("/api/insight/overview");
        System.out.printf("first answer after a start: %d ms%n", ms(began));
        check(server, leader);
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("overview, 30 days", "overview");
        questions.put("overview, a year", "overview?from=" + java.time.LocalDate.now().minusDays(364));
        questions.put("overview of a county", "overview?area=360502000000");
        questions.put("overview of a community", "overview?area=360502001001");
        questions.put("map of 842 grids", "map?level=grid");
        questions.put("map of streets", "map?level=street");
        questions.put("points of the city", "points?bbox=114.2,27.4,115.6,28.2&zoom=9");
        questions.put("points of a quarter", "points?bbox=114.92,27.78,114.95,27.81&zoom=14");
        questions.put("closed points of the city", "points?bbox=114.2,27.4,115.6,28.2&zoom=9&status=CLOSED");
        questions.put("overdue", "overdue?limit=20");
        Answers answers = new Answers(server, options.seconds());
        for (var question : questions.entrySet()) {
            answers.measure(leader, question.getKey(), "/api/insight/" + question.getValue());
        }
        answers.end();
    }

    private static long ms(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The same numbers, counted by plain SQL over the tables. */
    private static void check(Server server, Server.Person leader) throws Exception {
        JsonNode overview = JsonMapper.shared().readTree(leader.get("/api/insight/overview").body());
        String from = overview.get("from").asString();
        String to = overview.get("to").asString();
        String sql = """
                with born as (select *, opened_at >= timestamp '%1$s' at time zone 'Asia/Shanghai'
                        and opened_at < (timestamp '%2$s' + interval '1 day') at time zone 'Asia/Shanghai' as inside,
                    status in ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING') as open, due_at < '%3$s' as late
                    from ticket.ticket)
                select count(*) filter (where opened_at >= date_trunc('day', timestamptz '%3$s', 'Asia/Shanghai')),
                    count(*) filter (where inside), count(*) filter (where open), count(*) filter (where open and late),
                    count(*) filter (where inside and (response is not null or status = 'DISPATCHED' and late)),
                    count(*) filter (where inside and solved is not null),
                    count(*) filter (where inside and satisfaction is not null)
                from born""".formatted(from, to, overview.get("asOf").asString());
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            long began = System.nanoTime();
            ResultSet row = statement.executeQuery(sql);
            row.next();
            System.out.printf("the recount by SQL alone took %d ms%n", ms(began));
            List<JsonNode> figures = overview.get("figures").valueStream().toList();
            for (int figure = 0; figure < figures.size(); figure++) {
                int expected = row.getInt(figure + 1);
                int shown = figures.get(figure).get("n").asInt();
                System.out.printf(
                        "%-14s n %,9d   recount %,9d   %s%n",
                        figures.get(figure).get("code").asString(), shown, expected, shown == expected ? "equal" : "DIFFERENT");
                if (shown != expected) {
                    throw new IllegalStateException("a figure differs from the recount");
                }
            }
        }
    }
}
