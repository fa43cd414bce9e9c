import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff read all day, over a year of tickets: queues, searches, ticket pages, overview and map. */
final class DeskBench implements Bench.OnFullServer {
    private static final int PAGES_DEEP = 20;

    /** Who reads, by the post of the pack. */
    private static final Map<String, String> ROLES = Map.of(
            "dispatcher", "hotline-clerk",
            "department", "city-urban-management-clerk",
            "community", "baihuahu-clerk",
            "county leader", "yushui-leader");

    @Override
    public void run(Server server, Bench.Options options) throws Exception {
        Answers answers = new Answers(server, options.seconds());
        for (String role : List.of("dispatcher", "department", "community", "county leader")) {
            Server.Person reader = server.staff(ROLES.get(role));
            for (var list : lists(role).entrySet()) {
                String path = "/api/tickets?" + list.getValue();
                answers.measure(reader, role + ": " + list.getKey(), path);
            }
            String deep = deep(reader);
            answers.measure(reader, role + ": all by deadline, page " + PAGES_DEEP, deep);
            List<String> ids = ids(reader);
            answers.measure(reader, role + ": ticket page", n -> "/api/tickets/" + ids.get(n % ids.size()));
            if (role.endsWith("leader")) {
                for (var view : Map.of(
                                "overview", "overview",
                                "map of communities", "map?level=community",
                                "points", "points?bbox=114.85,27.72,115.0,27.87&zoom=12")
                        .entrySet()) {
                    answers.measure(reader, role + ": " + view.getKey(), "/api/insight/" + view.getValue());
                }
            }
        }
        answers.end();
    }

    private static Map<String, String> lists(String role) {
        Map<String, String> lists = new LinkedHashMap<>();
        if (role.equals("dispatcher")) {
            lists.put("to decide", "queue=triage");
        } else if (!role.endsWith("leader")) {
            lists.put("own work", "queue=unit");
            lists.put("done, newest first", "queue=done&sort=-opened");
        }
        lists.put("all by deadline", "queue=all");
        lists.put("all, newest first", "queue=all&sort=-opened");
        lists.put("overdue", "queue=all&overdue=true");
        lists.put("in hand, of one matter", "queue=all&status=ACCEPTED&matter=prop-lift");
        lists.put("a rare state of one community", "queue=all&status=DISPATCHED&sort=-opened&area=360502001002");
        lists.put("late in response, one channel", "queue=all&set=DUE_RESPONSE&channel=WEB&sort=-opened");
        lists.put("search: in every ticket (小区)", "queue=all&q=" + word("小区"));
        lists.put("search: common, two chars (电梯)", "queue=all&q=" + word("电梯"));
        lists.put("search: rare, two chars (孔雀)", "queue=all&q=" + word("孔雀"));
        lists.put("search: rare, long (孔雀飞进院子)", "queue=all&q=" + word("孔雀飞进院子"));
        lists.put("search: common and rare (小区 孔雀)", "queue=all&sort=-opened&q=" + word("小区 孔雀"));
        lists.put("search: found nowhere (鲸鱼)", "queue=all&q=" + word("鲸鱼"));
        lists.put("search: pairs but no word (里电梯故障区里)", "queue=all&q=" + word("里电梯故障区里"));
        lists.put("search: number", "queue=all&q=20");
        return lists;
    }

    private static String word(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** The page that somebody sees who goes on and on. */
    private static String deep(Server.Person reader) throws Exception {
        String path = "/api/tickets?queue=all";
        String next = path;
        for (int page = 1; page < PAGES_DEEP; page++) {
            JsonNode answer = JsonMapper.shared().readTree(reader.get(next).body());
            next = answer.get("next").isNull() ? path : path + "&cursor=" + answer.get("next").asString();
        }
        return next;
    }

    /** Tickets that this reader reaches, more than stay in a cache by chance. */
    private static List<String> ids(Server.Person reader) throws Exception {
        List<String> ids = new ArrayList<>();
        String path = "/api/tickets?queue=all&sort=-opened&limit=100";
        String next = path;
        while (next != null && ids.size() < 1_000) {
            JsonNode answer = JsonMapper.shared().readTree(reader.get(next).body());
            answer.get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = answer.get("next").isNull() ? null : path + "&cursor=" + answer.get("next").asString();
        }
        return ids;
    }
}
