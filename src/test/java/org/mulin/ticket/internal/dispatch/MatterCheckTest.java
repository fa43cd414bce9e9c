package org.mulin.ticket.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.policy.Settings;
import org.mulin.policy.WorkingCalendar;
import org.mulin.policy.WorkingCalendar.OfficeHours;
import org.mulin.ticket.internal.dispatch.DispatchDecision.Reason;
import org.mulin.triage.Backing;
import org.mulin.triage.Matters;
import tools.jackson.databind.json.JsonMapper;

/** How far the machine is believed: by its probability, by what was held back, by how much it learnt of the matter. */
class MatterCheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * How sure the model is, how sure the phrases alone, how many confirmed tickets, what was held back,
     * and how strange the words are.
     */
    @ParameterizedTest
    @CsvSource({
        "0.99, 0.40,  3,   0, 0.00, 0.10, false, MATTER_LITTLE_LEARNT",
        "0.99, 0.40, 19,   0, 0.00, 0.10, false, MATTER_LITTLE_LEARNT",
        "0.99, 0.40, 20,   0, 0.00, 0.10, true,  MATTER_READ",
        "0.99, 0.90,  3,   0, 0.00, 0.10, true,  MATTER_READ",
        "0.84, 0.99, 99,   0, 0.00, 0.10, false, MATTER_UNSURE",
        "0.99, 0.99, 99, 199, 0.50, 0.10, true,  MATTER_READ",
        "0.70, 0.10, 99, 200, 0.97, 0.10, true,  MATTER_PROVEN",
        "0.70, 0.10,  3, 200, 0.97, 0.10, false, MATTER_LITTLE_LEARNT",
        "0.99, 0.99, 99, 200, 0.96, 0.10, false, MATTER_UNSURE",
        "0.99, 0.99, 99, 200, 0.00, 0.10, false, MATTER_UNSURE",
        "0.99, 0.99, 99, 200, 0.99, 0.50, true,  MATTER_PROVEN",
        "0.99, 0.99, 99, 200, 0.99, 0.51, false, MATTER_UNFAMILIAR",
        "0.99, 0.99, 99,   0, 0.00, 0.90, false, MATTER_UNFAMILIAR"
    })
    void whatIsLittleLearntOrNotProvenIsNotSettled(
            double sure,
            double cold,
            int confirmed,
            int heldBack,
            double right,
            double strange,
            boolean settled,
            ReasonCode reason) {
        var tried = heldBack == 0 ? null : new Backing.HeldBack(heldBack, right);
        DispatchFacts facts = facts(sure, new Backing(7, cold, confirmed, strange, tried));
        List<Reason> reasons = new ArrayList<>();
        assertThat(new MatterCheck(rules(Map.of()), facts, reasons).isSettled()).isEqualTo(settled);
        assertThat(reasons).last().extracting(Reason::code).isEqualTo(reason);

        List<Reason> again = new ArrayList<>();
        DispatchFacts stored = JSON.readValue(JSON.writeValueAsString(facts), DispatchFacts.class);
        assertThat(stored).isEqualTo(facts);
        assertThat(new MatterCheck(rules(Map.of()), stored, again).isSettled()).isEqualTo(settled);
        assertThat(again).isEqualTo(reasons);
    }

    @Test
    void theCitySaysHowMuchIsEnough() {
        DispatchFacts facts = facts(0.99, new Backing(7, 0.4, 3, 0.0, new Backing.HeldBack(60, 0.91)));
        assertThat(settled(facts, Map.of())).isFalse();
        assertThat(settled(facts, Map.of("confirmed_min", "3"))).isTrue();
        assertThat(settled(facts, Map.of("confirmed_min", "3", "held_back_min", "60")))
                .isFalse();
        assertThat(settled(
                        facts, Map.of("confirmed_min", "0", "held_back_min", "60", "auto_dispatch_precision", "0.9")))
                .isTrue();
    }

    @Test
    void whatWasDecidedBeforeBackingWasKeptIsDecidedAsThen() {
        assertThat(settled(facts(0.85, null), Map.of())).isTrue();
        assertThat(settled(facts(0.84, null), Map.of())).isFalse();
        String kept = JSON.writeValueAsString(facts(0.85, null)).replace("\"backing\":null,", "");
        assertThat(kept).doesNotContain("backing");
        assertThat(JSON.readValue(kept, DispatchFacts.class)).isEqualTo(facts(0.85, null));
    }

    /** With more behind it, nothing that went out alone goes to people. */
    @Property(tries = 500, seed = "20261130")
    void moreBehindItNeverUnsettles(
            @ForAll @DoubleRange(min = 0, max = 1) double sure,
            @ForAll @DoubleRange(min = 0, max = 1) double cold,
            @ForAll @IntRange(max = 60) int confirmed,
            @ForAll @IntRange(max = 400) int heldBack,
            @ForAll @DoubleRange(min = 0, max = 1) double right,
            @ForAll @DoubleRange(min = 0, max = 1) double strange,
            @ForAll @IntRange(max = 40) int more) {
        var less = new Backing(7, cold, confirmed, strange, new Backing.HeldBack(heldBack, right));
        var all = new Backing(
                7,
                Math.min(1, cold + 0.1),
                confirmed + more,
                Math.max(0, strange - 0.01),
                new Backing.HeldBack(heldBack, Math.min(1, right + 0.01)));
        if (settled(facts(sure, less), Map.of())) {
            assertThat(settled(facts(sure, all), Map.of())).isTrue();
        }
    }

    private static boolean settled(DispatchFacts facts, Map<String, String> settings) {
        return new MatterCheck(rules(settings), facts, new ArrayList<>()).isSettled();
    }

    private static DispatchRules rules(Map<String, String> settings) {
        return new DispatchRules(
                new Matters(List.of()),
                new DutyList(List.of()),
                new WorkingCalendar(
                        ZoneId.of("Asia/Shanghai"),
                        Set.of(DayOfWeek.MONDAY),
                        List.of(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        Map.of()),
                new Settings(settings),
                Map.of());
    }

    private static DispatchFacts facts(double sure, @Nullable Backing backing) {
        return new DispatchFacts(
                DispatchCause.INTAKE,
                Instant.parse("2026-11-23T02:00:00Z"),
                "lift",
                sure,
                List.of("电梯"),
                backing,
                List.of("新余市"),
                "360500000000",
                "3605",
                null,
                0,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
