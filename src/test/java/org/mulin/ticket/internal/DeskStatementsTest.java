package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff read all day costs the same number of statements, over all modules, with few rows and with many. */
class DeskStatementsTest extends TicketHttpTest {
    private static final List<String> LISTS = List.of(
            "queue=all",
            "queue=triage",
            "queue=unit",
            "queue=done&sort=-opened",
            "queue=all&overdue=false&matter=prop&area=" + GRID,
            "queue=all&q=" + word("电梯"),
            "queue=all&q=" + word("电"),
            "queue=all&q=" + word("电梯 物业不管") + "&sort=-opened",
            "queue=all&q=20",
            "queue=all&q=20261129-0");

    @Autowired
    private StatementCount statements;

    @Autowired
    private SearchQueries searching;

    @Test
    void readingCostsTheSameWithFewRowsAndWithMany() {
        Browser resident = resident();
        String id = id(submit(resident, LIFT));
        Map<String, Browser> readers = Map.of(
                "dispatcher", dispatcher(), "firm", firm(), "street", street(), "leader", staffOnPost("city-leader"));
        Map<String, Integer> few = costs(readers, id);
        act(firm(), id, "acceptances", Map.of()).expect(200);
        for (int i = 0; i < 12; i++) {
            act(firm(), id, "replies", words("进展" + i)).expect(200);
            submit(resident, i % 3 == 0 ? MANHOLE : LIFT);
        }
        searching.learn();
        assertThat(costs(readers, id)).isEqualTo(few);
        assertThat(few.values()).allMatch(cost -> cost <= 16);
    }

    private Map<String, Integer> costs(Map<String, Browser> readers, String id) {
        Map<String, Integer> costs = new LinkedHashMap<>();
        readers.forEach((role, reader) -> {
            LISTS.forEach(list -> costs.put(role + " " + list, cost(reader, "/api/tickets?limit=100&" + list)));
            costs.put(role + " deep", cost(reader, "/api/tickets?limit=1"));
            if (!role.equals("street")) {
                costs.put(role + " ticket", cost(reader, "/api/tickets/" + id));
            }
        });
        Browser leader = staffOnPost("city-leader");
        for (String view :
                List.of("overview", "map?level=grid", "points?bbox=114.5,27.5,115.3,28.1&zoom=12", "overdue")) {
            costs.put(view, cost(leader, "/api/insight/" + view));
        }
        return costs;
    }

    private int cost(Browser reader, String path) {
        return statements.during(() -> reader.get(path).expect(200));
    }

    private static String word(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
