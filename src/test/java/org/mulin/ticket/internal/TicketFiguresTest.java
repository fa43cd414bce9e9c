package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Figures over random lives, lived through the desk's and the residents' addresses, against a naive recount. */
class TicketFiguresTest extends FigureScenes {
    private static final List<String> WORDS = List.of(LIFT, MANHOLE, "云栖里小区半夜装修噪音很大", "邻居深夜唱歌扰民", "嗯嗯啊啊");

    @Autowired
    private StatementCount statements;

    private final Random random = new Random(20261123);
    private int merged;

    @Test
    void figuresEqualARecountHoweverTicketsLive() {
        List<Browser> staff = List.of(firm(), urban(), street(), staffOnPost("baihuahu-clerk"));
        Browser dispatcher = dispatcher();
        List<Life> lives = new ArrayList<>();
        for (int wave = 0; wave < 6; wave++) {
            for (int born = 0; born < 5; born++) {
                Browser author = resident();
                JsonNode receipt = submit(author, pick(WORDS), pick(GRIDS), random.nextInt(5) == 0);
                lives.add(new Life(author, id(receipt), appealId(receipt)));
            }
            lives.add(reported(pick(List.of("nei-dispute", "fac-manhole"))));
            lives.add(reported("nei-dispute"));
            // nobody has answered the newest yet, and now it is late
            timePasses(lives.getLast());
            for (int step = 0; step < 40; step++) {
                live(pick(lives), step % 10 == 0 ? List.of(dispatcher) : staff);
            }
            timePasses(pick(lives));
            merge(dispatcher, lives);
            agree();
        }
        // chance may leave these out
        endsWith(true, 5);
        endsWith(false, 2);
        agree();
        Tally all = figures.count(question(CITY, Duration.ofDays(1))).now();
        excluded("force-majeure", true);
        excluded("untrue", true);
        excluded("unlawful-claim", false);
        unreachable();
        agree();
        assertThat(figures.count(question(CITY, Duration.ofDays(1)))
                        .now()
                        .apart()
                        .ownReports())
                .isGreaterThanOrEqualTo(6);
        // lives that never came to a verdict or missed a limit would prove nothing
        assertThat(List.of(all.overdue(), all.judged(), all.solved(), all.responded()))
                .allMatch(count -> count > 0);
        assertThat(merged).isGreaterThan(5);
        assertThat(all.judged()).isGreaterThan(all.solved());
        assertThat(all.dueResponse()).isGreaterThan(all.responded());
    }

    @Test
    void oneQueryHoweverManyTicketsThereAre() {
        assertThat(statements.during("ticket", () -> figures.count(question(CITY, Duration.ofDays(365)))))
                .isEqualTo(1);
        assertThat(statements.during("ticket", () -> figures.standing(CITY))).isEqualTo(1);
        assertThat(statements.during("ticket", () -> figures.overdue(CITY, 10))).isEqualTo(1);
    }

    private void endsWith(boolean solved, int satisfaction) {
        Browser author = resident();
        JsonNode receipt = submit(author, LIFT);
        act(firm(), id(receipt), "acceptances", Map.of()).expect(200);
        act(firm(), id(receipt), "resolutions", words("已修好")).expect(200);
        my(
                        author,
                        appealId(receipt),
                        "verdicts",
                        Map.of("contacted", true, "solved", solved, "satisfaction", satisfaction))
                .expect(200);
    }

    /** One of its authors judges it, or one of those who may do something with it does. */
    private void live(Life life, List<Browser> staff) {
        if (random.nextInt(5) < 2) {
            judge(life);
            return;
        }
        List<Browser> anybody = new ArrayList<>(staff);
        Collections.shuffle(anybody, random);
        for (Browser who : anybody) {
            JsonNode seen = who.get("/api/tickets/" + life.ticketId()).body();
            List<String> allowed = seen.has("allowedActions") ? texts(seen.get("allowedActions")) : List.of();
            if (!allowed.isEmpty()) {
                act(life, who, allowed);
                return;
            }
        }
    }

    /** As many of some lives as a dispatcher may merge, into the one that the plan proposes. */
    private void merge(Browser dispatcher, List<Life> lives) {
        List<String> some = IntStream.range(0, 6)
                .mapToObj(ignored -> pick(lives).ticketId())
                .distinct()
                .toList();
        JsonNode plan = dispatcher
                .post("/api/merge-plans", Map.of("ticketIds", some))
                .expect(200)
                .body();
        String kept = plan.get("proposedId").asString();
        List<Map<String, Object>> others = new ArrayList<>();
        long version = 0;
        for (JsonNode row : plan.get("tickets")) {
            if (row.get("id").asString().equals(kept)) {
                version = row.get("version").asLong();
            } else if (row.get("obstacle").isNull()) {
                others.add(Map.of(
                        "id",
                        row.get("id").asString(),
                        "version",
                        row.get("version").asLong()));
            }
        }
        if (version > 0 && !others.isEmpty()) {
            merged += others.size();
            dispatcher
                    .post(
                            "/api/tickets/" + kept + "/merges",
                            Map.of("tickets", others, "words", "同一问题", "version", version))
                    .expect(200);
        }
    }

    private void act(Life life, Browser who, List<String> allowed) {
        // half of those who can report it done do so, that lives get old
        switch (allowed.contains("RESOLVE") && random.nextBoolean() ? "RESOLVE" : pick(allowed)) {
            case "ACCEPT" -> act(who, life.ticketId(), "acceptances", Map.of());
            case "REPLY" -> act(who, life.ticketId(), "replies", words("已派人查看"));
            case "ASK" -> act(who, life.ticketId(), "questions", Map.of("words", "哪一栋？"));
            case "RESOLVE" -> act(who, life.ticketId(), "resolutions", words("已修好"));
            case "CLOSE" -> act(who, life.ticketId(), "closures", Map.of("words", "回访满意"));
            default -> {}
        }
    }

    private void judge(Life life) {
        Map<String, Object> verdict = new HashMap<>();
        verdict.put("contacted", true);
        verdict.put("solved", random.nextInt(3) > 0);
        verdict.put("satisfaction", 1 + random.nextInt(5));
        my(life.author(), life.appealId(), "verdicts", verdict);
    }

    /** The limit of one ticket runs out, as if days had gone by. */
    private void timePasses(Life life) {
        Instant past = clock.instant().minusSeconds(3600);
        UUID id = UUID.fromString(life.ticketId());
        sql.update(TICKET_)
                .set(TICKET_.DUE_AT, past)
                .where(TICKET_.ID.eq(id), TICKET_.DUE_AT.isNotNull(), TICKET_.RESPONSE.isNull())
                .execute();
        sql.update(PART)
                .set(PART.DUE_AT, past)
                .where(PART.TICKET_ID.eq(id), PART.DUE_AT.isNotNull(), PART.ACCEPTED_AT.isNull())
                .execute();
    }

    private void agree() {
        for (AreaRange range : List.of(CITY, AreaRange.of("360502001001"), AreaRange.of("360502001001001"))) {
            Question question = question(range, Duration.ofDays(1));
            Counted counted = figures.count(question);
            Recount recount = new Recount(sql, units, clock.instant());
            Instant from = question.from();
            Instant to = question.to();
            assertThat(counted.now()).isEqualTo(recount.tally(range, from, to, any -> true, recount.ownWithin(range)));
            for (int child = 0; child < COMMUNITIES.size(); child++) {
                AreaRange part = COMMUNITIES.get(child);
                assertThat(counted.children().get(child))
                        .isEqualTo(recount.tally(
                                range, from, to, row -> part.contains(row.getAreaKey()), recount.ownWithin(part)));
            }
            assertThat(counted.elsewhere())
                    .isEqualTo(recount.tally(
                            range,
                            from,
                            to,
                            row -> COMMUNITIES.stream().noneMatch(part -> part.contains(row.getAreaKey())),
                            recount.ownWithin(range)));
            counted.units()
                    .forEach((unit, tally) -> assertThat(tally)
                            .isEqualTo(recount.tally(
                                    range, from, to, row -> unit.equals(row.getLeadUnitId()), recount::isOwnOfLead)));
            counted.matters()
                    .forEach((matter, tally) -> assertThat(tally)
                            .isEqualTo(recount.tally(
                                    range,
                                    from,
                                    to,
                                    row -> matter.equals(row.getMatterCode() == null ? "" : row.getMatterCode()),
                                    recount.ownWithin(range))));
            assertThat(sum(counted.matters())).isEqualTo(counted.now().registered());
            assertThat(counted.channels().get(Channel.WEB))
                    .isEqualTo(recount.tally(
                            range, from, to, row -> row.getChannel().equals("WEB"), recount.ownWithin(range)));
            assertThat(counted.trend().stream().mapToInt(Tally::registered).sum())
                    .isEqualTo(counted.now().registered());
            assertThat(counted.today())
                    .isEqualTo(recount.tally(range, question.dayStart(), to, any -> true, recount.ownWithin(range))
                            .registered());
        }
    }

    private static int sum(Map<?, Tally> tallies) {
        return tallies.values().stream().mapToInt(Tally::registered).sum();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
