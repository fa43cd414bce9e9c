package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Figures over random lives, lived through the desk's and the residents' addresses, against a naive recount. */
class TicketFiguresTest extends ExclusionScenes {
    private static final List<String> GRIDS =
            List.of("360502001001001", "360502001001002", "360502001001003", "360502001007001", "360502001007002");
    private static final List<String> WORDS = List.of(LIFT, MANHOLE, "云栖里小区半夜装修噪音很大", "邻居深夜唱歌扰民", "嗯嗯啊啊");
    private static final AreaRange CITY = AreaRange.of("3605");
    private static final List<AreaRange> COMMUNITIES =
            List.of(AreaRange.of("360502001001"), AreaRange.of("360502001007"));

    @Autowired
    private DSLContext sql;

    @Autowired
    private TicketFigures figures;

    @Autowired
    private StatementCount statements;

    @Autowired
    private Clock clock;

    private final Random random = new Random(20261123);

    private record Life(Browser author, String ticketId, String appealId) {}

    @Test
    void figuresEqualARecountHoweverTicketsLive() {
        List<Browser> staff = List.of(firm(), urban(), street());
        Browser dispatcher = dispatcher();
        List<Life> lives = new ArrayList<>();
        for (int wave = 0; wave < 6; wave++) {
            for (int born = 0; born < 5; born++) {
                Browser author = resident();
                JsonNode receipt = submit(author, pick(WORDS), pick(GRIDS), random.nextInt(5) == 0);
                lives.add(new Life(author, id(receipt), appealId(receipt)));
            }
            // nobody has answered the newest yet, and now it is late
            timePasses(lives.getLast());
            for (int step = 0; step < 40; step++) {
                live(pick(lives), step % 10 == 0 ? List.of(dispatcher) : staff);
            }
            timePasses(pick(lives));
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
        // lives that never came to a verdict or missed a limit would prove nothing
        assertThat(List.of(all.overdue(), all.judged(), all.solved(), all.responded()))
                .allMatch(count -> count > 0);
        assertThat(all.judged()).isGreaterThan(all.solved());
        assertThat(all.dueResponse()).isGreaterThan(all.responded());
    }

    @Test
    void theListOfASetShowsWhatIsCounted() {
        Browser dispatcher = dispatcher();
        excluded("force-majeure", true);
        excluded("unlawful-claim", true);
        excluded("untrue", false);
        unreachable();
        Tally all = figures.count(question(CITY, Duration.ofDays(1_000))).now();
        Apart apart = all.apart();
        Map<TicketSet, Integer> counted = new EnumMap<>(Map.of(
                TicketSet.OPEN, all.open(),
                TicketSet.OVERDUE, all.overdue(),
                TicketSet.DUE_RESPONSE, all.dueResponse(),
                TicketSet.RESPONDED, all.responded(),
                TicketSet.JUDGED, all.judged(),
                TicketSet.SOLVED, all.solved(),
                TicketSet.SCORED, all.scored(),
                TicketSet.SATISFIED, all.satisfied(),
                TicketSet.NEUTRAL, all.neutral()));
        counted.putAll(Map.of(
                TicketSet.EXCLUDED, apart.excluded(),
                TicketSet.EXCLUDED_RESPONSE, apart.excludedResponse(),
                TicketSet.EXCLUDED_RESOLUTION, apart.excludedResolution(),
                TicketSet.EXCLUDED_SATISFACTION, apart.excludedSatisfaction(),
                TicketSet.UNREACHABLE, apart.unreachable(),
                TicketSet.UNREACHABLE_RESOLUTION, apart.unreachableResolution(),
                TicketSet.UNREACHABLE_SATISFACTION, apart.unreachableSatisfaction()));
        assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(TicketSet.class));
        counted.forEach((set, count) -> assertThat(tickets(dispatcher, "queue=all&limit=100&set=" + set))
                .as(set.name())
                .isEqualTo(count));
    }

    @Test
    void oneQueryHoweverManyTicketsThereAre() {
        assertThat(statements.during("ticket", () -> figures.count(question(CITY, Duration.ofDays(365)))))
                .isEqualTo(1);
        assertThat(statements.during("ticket", () -> figures.standing(CITY))).isEqualTo(1);
        assertThat(statements.during("ticket", () -> figures.overdue(CITY, 10))).isEqualTo(1);
    }

    /** A unit asks that a neutral verdict be left out, and the city agrees; or takes that back again. */
    private void excluded(String reason, boolean forGood) {
        Browser firm = firm();
        JsonNode asked = apply(firm, judged(firm, 3), wish(firm, reason))
                .expect(201)
                .body()
                .at("/exclusions/0");
        JsonNode upheld = first(review(city(), asked, true));
        if (!forGood) {
            city().post(path(upheld) + "/revocations", versioned(Map.of("words", "材料有误"), upheld))
                    .expect(200);
        }
    }

    /** Resolved, and nobody answers the phone at the number that was left. */
    private void unreachable() {
        Map<String, Object> body = new HashMap<>(appeal(LIFT, GRIDS.getFirst(), false));
        body.put("resident", Map.of("name", "欧阳老伯", "phone", newPhone(), "consent", "PRESENT"));
        JsonNode receipt = staffOnPost("grid-1-worker")
                .post("/api/reports", body)
                .expect(201)
                .body();
        act(firm(), id(receipt), "acceptances", Map.of()).expect(200);
        act(firm(), id(receipt), "resolutions", words("已修好")).expect(200);
        Browser seat = staffOnPost("hotline-seat");
        JsonNode call = seat.post("/api/call-backs/" + appealId(receipt) + "/calls", Map.of())
                .expect(201)
                .body();
        seat.post("/api/call-backs/calls/" + call.get("callId").asString() + "/ends", Map.of("outcome", "WRONG_NUMBER"))
                .expect(200);
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

    private Question question(AreaRange range, Duration back) {
        Instant now = clock.instant();
        Instant from = now.minus(back);
        return new Question(
                range,
                from,
                now.plusSeconds(60),
                from.minus(back),
                COMMUNITIES,
                List.of(from, now.minusSeconds(20)),
                now.minusSeconds(30));
    }

    private void agree() {
        for (AreaRange range : List.of(CITY, AreaRange.of("360502001001"), AreaRange.of("360502001001001"))) {
            Question question = question(range, Duration.ofDays(1));
            Counted counted = figures.count(question);
            Recount recount = new Recount(sql, clock.instant());
            Instant from = question.from();
            Instant to = question.to();
            assertThat(counted.now()).isEqualTo(recount.tally(range, from, to, any -> true));
            for (int child = 0; child < COMMUNITIES.size(); child++) {
                AreaRange part = COMMUNITIES.get(child);
                assertThat(counted.children().get(child))
                        .isEqualTo(recount.tally(range, from, to, row -> part.contains(row.getAreaKey())));
            }
            assertThat(counted.elsewhere())
                    .isEqualTo(recount.tally(
                            range,
                            from,
                            to,
                            row -> COMMUNITIES.stream().noneMatch(part -> part.contains(row.getAreaKey()))));
            counted.units()
                    .forEach((unit, tally) -> assertThat(tally)
                            .isEqualTo(recount.tally(range, from, to, row -> unit.equals(row.getLeadUnitId()))));
            counted.matters()
                    .forEach((matter, tally) -> assertThat(tally)
                            .isEqualTo(recount.tally(
                                    range,
                                    from,
                                    to,
                                    row -> matter.equals(row.getMatterCode() == null ? "" : row.getMatterCode()))));
            assertThat(sum(counted.matters())).isEqualTo(counted.now().registered());
            assertThat(counted.channels().get(Channel.WEB))
                    .isEqualTo(recount.tally(
                            range, from, to, row -> row.getChannel().equals("WEB")));
            assertThat(counted.trend().stream().mapToInt(Tally::registered).sum())
                    .isEqualTo(counted.now().registered());
            assertThat(counted.today())
                    .isEqualTo(recount.tally(range, question.dayStart(), to, any -> true)
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
