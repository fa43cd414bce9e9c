package org.mulin.ticket.internal.like;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.ticket.HotTicketGroup;
import org.mulin.triage.HotRule;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The index is in memory and nowhere else: one that begins with nothing stands for a node after a crash, and a second
 * one on the same database for another node.
 */
class TicketVoicesTest extends MulinHttpTest {
    private static final String GRID = "360502001001001";
    private static final String NEXT_GRID = "360502001001002";
    private static final int MANY = 1_000;

    @Autowired
    private TicketVoices running;

    @Autowired
    private VoiceQueries queries;

    @Autowired
    private DSLContext sql;

    @Autowired
    private JdbcTemplate rows;

    @Autowired
    private DataSource database;

    @Autowired
    private Triage triage;

    @Autowired
    private Clock clock;

    private TicketVoices fresh() {
        return new TicketVoices(queries, triage, clock);
    }

    private static String words(String place, int i) {
        return place + "渡口趸船的跳板烂了" + List.of("一块", "一大片", "好几处").get(i % 3) + "，上船直晃，怕老人掉水里";
    }

    private static JsonNode filed(Browser resident, String words) {
        return resident.post(
                        "/api/appeals",
                        Map.of(
                                "words",
                                words,
                                "photoIds",
                                List.of(),
                                "place",
                                Map.of("areaCode", GRID),
                                "confidential",
                                false))
                .expect(201)
                .body();
    }

    /** By different people. @return the tickets */
    private Set<UUID> filed(String place, int many) {
        Set<UUID> tickets = new HashSet<>();
        for (int i = 0; i < many; i++) {
            tickets.add(ticket(filed(resident(), words(place, i))));
        }
        return tickets;
    }

    private static UUID ticket(JsonNode receipt) {
        return UUID.fromString(receipt.get("ticketId").asString());
    }

    /** Of the grid, what speaks of this place. */
    private Set<UUID> like(TicketVoices voices, String place, String grid) {
        Set<UUID> like = new HashSet<>(voices.openLike(new Text("", words(place, 0)), grid, AreaRange.of(grid), MANY));
        like.retainAll(
                rows.queryForList("select ticket_id from ticket.appeal where words like ?", UUID.class, place + "%"));
        return like;
    }

    /** Beside a thousand tests' appeals, reading takes longer than whoever writes is made to wait. */
    private void awaitLike(TicketVoices voices, String place, String grid, Set<UUID> tickets) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(like(voices, place, grid)).isEqualTo(tickets));
    }

    private static Set<UUID> with(Set<UUID> tickets, UUID... more) {
        Set<UUID> all = new HashSet<>(tickets);
        all.addAll(List.of(more));
        return all;
    }

    private List<HotTicketGroup> hot(TicketVoices voices, Set<UUID> about) {
        Instant now = clock.instant();
        return voices
                .hot(AreaRange.ALL, now.minus(Duration.ofDays(1)), now.plusSeconds(60), HotRule.DEFAULT, MANY)
                .stream()
                .filter(group -> group.ticketIds().stream().anyMatch(about::contains))
                .toList();
    }

    @Test
    void whatIsBuiltAnewKnowsAllThatTheOldOneKnew() {
        Set<UUID> tickets = filed("蓼汀", 5);
        awaitLike(running, "蓼汀", GRID, tickets);

        TicketVoices restarted = fresh();

        awaitLike(restarted, "蓼汀", GRID, tickets);
        assertThat(hot(restarted, tickets))
                .as("other tests speak of ferries too")
                .singleElement()
                .satisfies(group -> assertThat(group.ticketIds()).containsAll(tickets));
    }

    @Test
    void whatAnotherNodeCommitsIsCaughtUpWith() {
        TicketVoices other = fresh();
        Set<UUID> first = filed("荻岸", 2);
        awaitLike(other, "荻岸", GRID, first);

        Browser author = resident();
        JsonNode receipt = filed(author, words("荻岸", 2));
        UUID ticket = ticket(receipt);
        awaitLike(other, "荻岸", GRID, with(first, ticket));

        rows.update("update ticket.ticket set area_key = ? where id = ?", NEXT_GRID, ticket);
        awaitLike(other, "荻岸", NEXT_GRID, Set.of(ticket));
        awaitLike(other, "荻岸", GRID, first);

        String appeal = "/api/my/appeals/" + receipt.get("appealId").asString();
        long version = author.get(appeal).expect(200).body().get("version").asLong();
        author.post(appeal + "/withdrawals", Map.of("reason", "已经修好", "version", version))
                .expect(200);
        awaitLike(other, "荻岸", NEXT_GRID, Set.of());
    }

    /** A transaction that began before others and ends after them has a number that the others have passed. */
    @Test
    void whatIsCommittedLateIsNotMissed() throws SQLException {
        TicketVoices other = fresh();
        UUID slow = filed("芡塘", 1).iterator().next();
        awaitLike(other, "芡塘", GRID, Set.of(slow));
        Set<UUID> quick;
        try (Connection connection = database.getConnection();
                PreparedStatement move =
                        connection.prepareStatement("update ticket.ticket set area_key = ? where id = ?")) {
            connection.setAutoCommit(false);
            move.setString(1, NEXT_GRID);
            move.setObject(2, slow);
            move.executeUpdate();
            quick = filed("芡塘", 2);
            awaitLike(other, "芡塘", GRID, with(quick, slow));
            connection.commit();
        }
        awaitLike(other, "芡塘", NEXT_GRID, Set.of(slow));
        awaitLike(other, "芡塘", GRID, quick);
    }

    @Test
    void whatWasBeingReadWhenItFailedIsReadAgain() {
        Set<UUID> tickets = filed("菰洲", 3);
        TicketVoices cut = new TicketVoices(
                new VoiceQueries(sql) {
                    private boolean failed;

                    @Override
                    Map<UUID, Text> words(Collection<UUID> appealIds) {
                        if (!failed) {
                            failed = true;
                            throw new IllegalStateException("the database went away");
                        }
                        return super.words(appealIds);
                    }
                },
                triage,
                clock);
        assertThat(like(cut, "菰洲", GRID)).as("whoever writes is not told").isEmpty();
        awaitLike(cut, "菰洲", GRID, tickets);
    }
}
