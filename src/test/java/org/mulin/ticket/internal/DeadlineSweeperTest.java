package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class DeadlineSweeperTest extends TicketHttpTest {
    @Autowired
    private DeadlineSweeper sweeper;

    @Autowired
    private AlarmRepository alarms;

    @Autowired
    private EventLog events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate rows;

    @Test
    void aDeadlineIsToldOnceWhenItIsNearAndOnceWhenItIsOver() throws InterruptedException {
        JsonNode receipt = submit(resident(), LIFT);
        String id = id(receipt);
        Instant due = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        assertThat(told(id)).isEmpty();
        clock(id, due, Instant.now().minusSeconds(1));
        sweepFromManyNodes();
        assertThat(told(id)).hasSize(1).first().isInstanceOfSatisfying(TicketEvent.DeadlineNear.class, near -> {
            assertThat(near.dueAt()).isEqualTo(due);
            assertThat(near.unitId()).isNotNull();
        });
        assertThat(alarm(id)).isEqualTo(due);

        clock(id, due.minusSeconds(7200), Instant.now().minusSeconds(1));
        sweepFromManyNodes();
        assertThat(told(id)).hasSize(2).last().isInstanceOf(TicketEvent.Overdue.class);
        assertThat(alarm(id)).isNull();
        sweeper.sweep();
        assertThat(told(id)).hasSize(2);
        assertThat(ticket(firm(), id).get("version").asLong())
                .as("only its going up a level is a step")
                .isEqualTo(3);
    }

    @Test
    void theClockFollowsTheOneWhoseTurnItIs() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, MANHOLE);
        String id = id(receipt);
        Browser urban = urban();
        Instant first = alarm(id);
        assertThat(first).isBefore(due(id)).isAfter(Instant.now());
        act(urban, id, "acceptances", Map.of()).expect(200);
        assertThat(alarm(id)).as("taking up changes no clock").isEqualTo(first);
        rows.update("update ticket.ticket set alarm_at = null where id = ?", UUID.fromString(id));
        act(urban, id, "questions", Map.of("words", "请问具体位置？")).expect(200);
        assertThat(alarm(id)).as("told once, not again").isNull();
        my(resident, appealId(receipt), "answers", words("小区东门")).expect(200);
        JsonNode transferred = act(dispatcher(), id, "transfers", Map.of("unitId", unit("street"), "words", "请街道处理"))
                .expect(200)
                .body();
        assertThat(transferred.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(alarm(id)).as("another unit is warned anew").isNotNull();
        my(resident, appealId(receipt), "withdrawals", Map.of("reason", "不需要了")).expect(200);
        assertThat(alarm(id)).as("nobody works on it").isNull();
    }

    @Test
    void aTicketThatIsBeingWrittenIsNotWaitedFor() {
        String id = id(submit(resident(), LIFT));
        clock(id, Instant.now().plusSeconds(3600), Instant.now().minusSeconds(1));
        transaction.executeWithoutResult(held -> {
            rows.queryForList("select 1 from ticket.ticket where id = ? for update", UUID.fromString(id));
            assertThat(CompletableFuture.runAsync(sweeper::sweep))
                    .as("the other node")
                    .succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(told(id)).isEmpty();
        });
        sweeper.sweep();
        assertThat(told(id)).hasSize(1);
    }

    /** One statement, and only rows whose alarm has gone off. */
    @Test
    void theSweepReadsTheIndexOnly() {
        List<String> plan = transaction.execute(ignored -> {
            rows.execute("set local enable_seqscan = off");
            return rows.queryForList(
                    "explain select id from ticket.ticket where alarm_at <= now() order by alarm_at limit 500"
                            + " for update skip locked",
                    String.class);
        });
        assertThat(plan).anyMatch(line -> line.contains("ticket_by_alarm"));
        assertThat(alarms.take(Instant.EPOCH, 500)).isEmpty();
    }

    private void sweepFromManyNodes() throws InterruptedException {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Stream.generate(() -> (Runnable) sweeper::sweep).limit(8).forEach(nodes::submit);
            nodes.shutdown();
            assertThat(nodes.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<TicketEvent> told(String id) {
        return events.of(id).stream()
                .filter(event -> event instanceof TicketEvent.DeadlineNear || event instanceof TicketEvent.Overdue)
                .toList();
    }

    private void clock(String id, Instant due, Instant alarm) {
        rows.update(
                "update ticket.ticket set due_at = ?::timestamptz, alarm_at = ?::timestamptz where id = ?",
                due.toString(),
                alarm.toString(),
                UUID.fromString(id));
    }

    private @Nullable Instant alarm(String id) {
        return moment(id, "alarm_at");
    }

    private Instant due(String id) {
        return Objects.requireNonNull(moment(id, "due_at"));
    }

    private @Nullable Instant moment(String id, String column) {
        var found = rows.queryForObject(
                "select " + column + " from ticket.ticket where id = ?", Timestamp.class, UUID.fromString(id));
        return found == null ? null : found.toInstant();
    }

    private String unit(String code) {
        return Objects.requireNonNull(
                rows.queryForObject("select id from organization.unit where code = ?", String.class, code));
    }
}
