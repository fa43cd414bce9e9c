package org.mulin.ticket.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.mulin.base.Refused;

/** Random whistles, lived by the tables and by a naive model written from the words of the rules. */
class WhistlePropertyTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final int UNITS = 3;
    /** Nobody does these: blowing it, the last signature and its end bring them about. */
    private static final Set<JointStep> BROUGHT_ABOUT = EnumSet.of(JointStep.CALL, JointStep.AGREE, JointStep.RELEASE);

    private static final Set<CallStatus> SEEN = EnumSet.noneOf(CallStatus.class);
    private static final Set<WhistleStatus> ENDS = EnumSet.noneOf(WhistleStatus.class);

    /** @param call which of the calls; the acts about the whole pay no heed to it */
    record Move(int call, JointStep step, JointRole role) {}

    /** Two of three wishes pick from what the buttons offer, so that whistles get old; the third picks blindly. */
    record Wish(int pick, boolean blind, int call, JointStep step, JointRole role) {
        Move on(Whistle whistle) {
            List<Move> offered = new ArrayList<>();
            for (JointRole as : JointRole.values()) {
                for (int i = 0; i < UNITS; i++) {
                    for (JointStep may :
                            JointWorkflow.allowed(whistle, whistle.calls().get(i), Set.of(as))) {
                        offered.add(new Move(i, may, as));
                    }
                }
                // an end too early would leave nothing to see
                JointWorkflow.allowed(whistle, Set.of(as)).stream()
                        .filter(may -> may == JointStep.DRAFT || may == JointStep.REVIEW || pick % 7 == 0)
                        .forEach(may -> offered.add(new Move(0, may, as)));
            }
            offered.removeIf(move -> BROUGHT_ABOUT.contains(move.step()));
            return blind || offered.isEmpty() ? new Move(call, step, role) : offered.get(pick % offered.size());
        }
    }

    /** What the rules say, as ifs. */
    private static final class Naive {
        String whistle = "OPEN";
        boolean drafted;
        boolean reviewed;
        final List<String> calls = new ArrayList<>(List.of("CALLED", "CALLED", "CALLED"));
        final Map<Integer, Integer> objections = new HashMap<>();
        final Set<Integer> elsewhere = new HashSet<>();
        final Set<Integer> promised = new HashSet<>();
        final Set<Integer> kept = new HashSet<>();
        final Set<Integer> scored = new HashSet<>();

        boolean play(Move move) {
            boolean open = whistle.equals("OPEN");
            int at = move.call();
            String call = calls.get(at);
            boolean department = move.role() == JointRole.DEPARTMENT;
            boolean reviewer = move.role() == JointRole.REVIEWER;
            boolean convener = move.role() == JointRole.CONVENER;
            return switch (move.step()) {
                case CALL, RELEASE -> false;
                case CONFIRM -> to(at, "CONFIRMED", open && department && call.equals("CALLED"));
                case OBJECT -> {
                    boolean may = open && department && call.equals("CALLED") && objections.getOrDefault(at, 0) < 2;
                    if (may) {
                        objections.merge(at, 1, Integer::sum);
                    }
                    yield to(at, "OBJECTED", may);
                }
                case UPHOLD -> to(at, "EXCUSED", open && reviewer && call.equals("OBJECTED"));
                case REFUSE -> to(at, "CALLED", open && reviewer && call.equals("OBJECTED"));
                case SEND -> to(at, "SENT", open && department && (call.equals("CONFIRMED") || call.equals("SENT")));
                case CHECK_IN -> {
                    boolean there = call.equals("ARRIVED") || call.equals("PROMISED");
                    if (open && department && there && elsewhere.contains(at)) {
                        yield true;
                    }
                    boolean may = open && department && call.equals("SENT");
                    if (may) {
                        elsewhere.add(at);
                    }
                    yield to(at, "ARRIVED", may);
                }
                case ADMIT -> convener && elsewhere.remove(at);
                case PROMISE -> {
                    boolean may = open && department && (call.equals("ARRIVED") || call.equals("PROMISED"));
                    if (may) {
                        promised.add(at);
                    }
                    yield to(at, "PROMISED", may);
                }
                case SIGN -> to(at, "SIGNED", open && drafted && department && call.equals("PROMISED"));
                case FULFIL ->
                    department
                            && (call.equals("SIGNED")
                                    || (call.equals("RELEASED") && whistle.equals("CLOSED") && promised.contains(at)))
                            && kept.add(at);
                case SCORE -> convener && !open && (call.equals("SIGNED") || call.equals("RELEASED")) && scored.add(at);
                case DRAFT -> {
                    boolean may = open && convener && !calls.contains("SIGNED");
                    drafted |= may;
                    yield may;
                }
                case AGREE -> end("AGREED", open && move.role() == JointRole.SYSTEM);
                case CLOSE -> end("CLOSED", open && convener);
                case LAPSE -> end("LAPSED", open && move.role() == JointRole.SYSTEM);
                case LEAVE -> open && move.role() == JointRole.SYSTEM;
                case REVIEW -> {
                    boolean may = !open && !whistle.equals("LAPSED") && reviewer && !reviewed;
                    reviewed |= may;
                    yield may;
                }
            };
        }

        private boolean to(int at, String next, boolean may) {
            if (may) {
                calls.set(at, next);
                boolean over = calls.stream().allMatch(Set.of("SIGNED", "EXCUSED")::contains);
                if (over && calls.contains("SIGNED")) {
                    whistle = "AGREED";
                }
            }
            return may;
        }

        private boolean end(String how, boolean may) {
            if (may) {
                whistle = how;
                if (!how.equals("AGREED")) {
                    calls.replaceAll(call -> Set.of("SIGNED", "EXCUSED").contains(call) ? call : "RELEASED");
                }
            }
            return may;
        }
    }

    @AfterContainer
    static void everythingWasReached() {
        assertThat(SEEN).containsAll(EnumSet.allOf(CallStatus.class));
        assertThat(ENDS).containsAll(EnumSet.allOf(WhistleStatus.class));
    }

    @Property(tries = 2000, seed = "20261129")
    void randomWhistlesMatchTheNaiveModel(@ForAll("wishes") @Size(max = 70) List<Wish> wishes) {
        Whistle whistle = blown();
        Naive naive = new Naive();
        Map<UUID, List<JointStep>> told = new HashMap<>();
        for (Wish wish : wishes) {
            Move move = wish.on(whistle);
            if (BROUGHT_ABOUT.contains(move.step())) {
                continue;
            }
            Whistle before = whistle;
            boolean expected = naive.play(move);
            boolean got = true;
            try {
                whistle = apply(before, move);
                List<Call> touched =
                        whole(move.step()) == null ? List.of(before.calls().get(move.call())) : before.calls();
                touched.forEach(call ->
                        told.computeIfAbsent(call.id(), id -> new ArrayList<>()).add(move.step()));
            } catch (Refused refused) {
                got = false;
            }
            assertThat(got).as("%s", move).isEqualTo(expected);
            assertThat(whistle.status().name()).isEqualTo(naive.whistle);
            assertThat(whistle.calls()).extracting(call -> call.status().name()).isEqualTo(naive.calls);
            hold(whistle);
        }
        explain(told, whistle);
        whistle.calls().forEach(call -> SEEN.add(call.status()));
        ENDS.add(whistle.status());
    }

    /** Nobody waits for nobody: whatever is open has somebody who can go on, and what is over keeps nobody. */
    private static void hold(Whistle whistle) {
        boolean open = whistle.status() == WhistleStatus.OPEN;
        assertThat(whistle.endedAt() == null).isEqualTo(open);
        for (Call call : whistle.calls()) {
            Set<JointRole> people = EnumSet.of(JointRole.DEPARTMENT, JointRole.REVIEWER, JointRole.CONVENER);
            if (open && !call.status().isOver() && whistle.resolution() != null) {
                assertThat(JointWorkflow.allowed(whistle, call, people))
                        .as("%s goes on", call.status())
                        .isNotEmpty();
            }
            assertThat(open || call.status().isOver())
                    .as("%s after the end", call.status())
                    .isTrue();
            assertThat(call.signedAt() != null).isEqualTo(call.status() == CallStatus.SIGNED);
            assertThat(call.objections()).isLessThanOrEqualTo(2);
        }
        if (open) {
            assertThat(JointWorkflow.allowed(whistle, Set.of(JointRole.CONVENER)))
                    .contains(JointStep.CLOSE);
        }
    }

    /** The steps, told from the call on, lead along the table to where each call stands. */
    private static void explain(Map<UUID, List<JointStep>> told, Whistle whistle) {
        for (Call call : whistle.calls()) {
            CallStatus at = CallStatus.CALLED;
            for (JointStep step : told.getOrDefault(call.id(), List.of())) {
                at = next(at, step);
            }
            assertThat(at).isEqualTo(call.status());
        }
    }

    private static CallStatus next(CallStatus from, JointStep step) {
        if (step == JointStep.CLOSE || step == JointStep.LAPSE) {
            return from.isOver() ? from : CallStatus.RELEASED;
        }
        return JointWorkflow.CALLS.stream()
                .filter(row -> row.from() == from && row.step() == step)
                .map(CallStep::to)
                .findFirst()
                .orElse(from);
    }

    private static Whistle apply(Whistle whistle, Move move) {
        WhistleAct whole = whole(move.step());
        return whole == null
                ? JointWorkflow.apply(
                        whistle, whistle.calls().get(move.call()).id(), act(move.step()), Set.of(move.role()), NOON)
                : JointWorkflow.apply(whistle, whole, Set.of(move.role()), NOON);
    }

    private static @Nullable WhistleAct whole(JointStep step) {
        return switch (step) {
            case DRAFT -> new WhistleAct.Draft("每晚十点收摊");
            case AGREE -> new WhistleAct.Agree();
            case CLOSE -> new WhistleAct.Close("改由专班处置");
            case LAPSE -> new WhistleAct.Lapse();
            case LEAVE -> new WhistleAct.Leave("20261123-000001");
            case REVIEW -> new WhistleAct.Review(false, "一个部门即可处置");
            default -> null;
        };
    }

    private static CallAct act(JointStep step) {
        return switch (step) {
            case OBJECT -> new CallAct.Objection("不属本单位");
            case UPHOLD -> new CallAct.Uphold("成立");
            case REFUSE -> new CallAct.Refuse("不成立", NOON.plusSeconds(60));
            case SEND -> new CallAct.Send(new Call.Delegate("何远", "12900000001"));
            case CHECK_IN -> new CallAct.CheckIn(null, null, false, List.of());
            case PROMISE ->
                new CallAct.Promised(new Call.Promise("已查", "巡查", LocalDate.of(2026, 12, 1), NOON.plusSeconds(90)));
            case ADMIT -> new CallAct.Admit("电话核实在场");
            case SIGN -> new CallAct.Sign();
            case FULFIL -> new CallAct.Fulfil("做到了", List.of());
            case SCORE -> new CallAct.Score(4, null);
            case RELEASE, CALL -> new CallAct.Release();
            default -> new CallAct.Confirm();
        };
    }

    private static Whistle blown() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            calls.add(Call.to(Ids.next(), Ids.next(), i == 0, NOON, NOON.plusSeconds(3600)));
        }
        return Whistle.blown(Ids.next(), Ids.next(), "360502001001", Ids.next(), NOON.plusSeconds(7200), calls);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, UNITS - 1),
                        Arbitraries.of(JointStep.values()),
                        Arbitraries.of(JointRole.values()))
                .as(Wish::new)
                .list();
    }
}
