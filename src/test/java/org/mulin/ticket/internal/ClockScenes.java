package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mulin.base.Browser;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.policy.Policy;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;

/** What tests of clocks have in common. */
abstract class ClockScenes extends TicketHttpTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    JdbcTemplate rows;

    @Autowired
    private DeadlineSweeper sweeper;

    @Autowired
    private List<ScheduledTaskHolder> timers;

    @Autowired
    private EventLog events;

    @Autowired
    private Policy policy;

    Browser county() {
        return staffOnPost("county-clerk");
    }

    /** A manhole's ticket, accepted by the city management squad. */
    String accepted(Browser urban) {
        String id = id(submit(resident(), MANHOLE));
        act(urban, id, "acceptances", Map.of()).expect(200);
        later(id);
        return id;
    }

    /** As if the decision had given until then: long limits make tests independent of the hour at which they run. */
    void later(String id) {
        rows.update(
                "update ticket.dispatch_decision set decision = jsonb_set(decision, '{deadline,limit}',"
                        + " '{\"amount\":5,\"unit\":\"WORKING_DAY\"}') where ticket_id = ?",
                UUID.fromString(id));
        Instant start = Objects.requireNonNull(rows.queryForObject(
                        "select (facts->>'at')::timestamptz from ticket.dispatch_decision where ticket_id = ?",
                        Timestamp.class,
                        UUID.fromString(id)))
                .toInstant();
        Instant due = Deadline.of(start, Limit.of("5wd"), calendar()).at();
        rows.update(
                "update ticket.ticket set due_at = ?::timestamptz where id = ?", due.toString(), UUID.fromString(id));
        rows.update(
                "update ticket.part set due_at = ?::timestamptz where ticket_id = ?",
                due.toString(),
                UUID.fromString(id));
    }

    WorkingCalendar calendar() {
        return WorkingCalendar.of(
                policy.city(), policy.current(CalendarTable.class).content());
    }

    LocalDate workingDayIn(int days) {
        LocalDate day = LocalDate.now(Clock.system(SHANGHAI)).plusDays(days);
        while (!calendar().isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static JsonNode clock(Browser who, String id) {
        return who.get("/api/tickets/" + id + "/clock").expect(200).body();
    }

    Browser.Answer ask(Browser who, String id, Map<String, ?> body) {
        return act(who, id, "deferrals", body);
    }

    Map<String, Object> suspension(int days) {
        return new HashMap<>(Map.of(
                "kind", "SUSPENSION",
                "reason", "等厂家配件到货",
                "plan", "到货当天安装",
                "reviewOn", workingDayIn(days).toString()));
    }

    static Map<String, Object> extension(String limit) {
        return new HashMap<>(Map.of("kind", "EXTENSION", "reason", "雨天无法施工", "plan", "雨停后两天内完成", "extension", limit));
    }

    static Browser.Answer decide(Browser who, JsonNode clock, String action, Map<String, ?> more) {
        JsonNode deferral = clock.at("/deferrals/0");
        Map<String, Object> body = versioned(more, deferral);
        body.put("action", action);
        return who.post("/api/deferrals/" + deferral.get("id").asString() + "/decisions", body);
    }

    static Instant due(JsonNode clock) {
        return Instant.parse(clock.get("dueAt").asString());
    }

    void refused(Browser who, String id, Map<String, ?> body, int status, String field) {
        Browser.Answer answer = ask(who, id, body).expect(status);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        body.put(field, value);
        return body;
    }

    static Map<String, Object> without(Map<String, Object> body, String field) {
        body.remove(field);
        return body;
    }

    List<ClockChange> changes(String id) {
        return events.of(id).stream()
                .filter(TicketEvent.ClockChanged.class::isInstance)
                .map(event -> ((TicketEvent.ClockChanged) event).change())
                .toList();
    }

    void late(String id) {
        rows.update(
                "update ticket.ticket set due_at = now() - interval '1 minute', alarm_at = now() - interval '1 minute'"
                        + " where id = ?",
                UUID.fromString(id));
    }

    void ring(String table, String id) {
        rows.update(
                "update ticket." + table + " set alarm_at = now() - interval '1 second'"
                        + " where ticket_id = ? and alarm_at is not null",
                UUID.fromString(id));
    }

    /** All timers of the clock at once, from several threads, as several nodes would. */
    void sweepFromManyNodes() {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                nodes.submit(sweeper::sweep);
                timers.stream()
                        .flatMap(holder -> holder.getScheduledTasks().stream())
                        .filter(task -> task.toString().contains("ClockSweeper"))
                        .forEach(task -> nodes.submit(task.getTask().getRunnable()));
            }
            nodes.shutdown();
            assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
