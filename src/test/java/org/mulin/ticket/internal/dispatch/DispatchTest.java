package org.mulin.ticket.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;
import org.mulin.policy.Settings;
import org.mulin.policy.WorkingCalendar;
import org.mulin.policy.WorkingCalendar.OfficeHours;
import org.mulin.triage.Backing;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.PlaceSource;
import org.mulin.triage.Urgency;
import tools.jackson.databind.json.JsonMapper;

class DispatchTest {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final String CITY = "3605";
    private static final String GRID = "360502001001001";
    private static final Map<String, UnitRef> UNITS = new HashMap<>();
    private static final UnitFinder FINDER = DispatchTest::find;

    static {
        for (String code : List.of("hotline", "street", "community", "firm", "bureau")) {
            UNITS.put(code, new UnitRef(UUID.nameUUIDFromBytes(code.getBytes()), code, "单位" + code, "12345"));
        }
    }

    /** The community and the street cover the grid only; the bureau and the hotline the whole city. */
    private static Optional<UnitRef> find(String reference, String areaKey) {
        boolean placed = areaKey.equals(GRID);
        String code = switch (reference) {
            case "kind:city_hotline" -> "hotline";
            case "kind:street_office" -> placed ? "street" : "";
            case "kind:community_committee" -> placed ? "community" : "";
            default -> reference;
        };
        return Optional.ofNullable(UNITS.get(code));
    }

    private static final DispatchRules RULES = new DispatchRules(
            new Matters(List.of(
                    matter("property", null),
                    matter("lift", "property"),
                    matter("fees", "property"),
                    matter("trees", null),
                    matter("roots", "trees"),
                    matter("odd", null),
                    matter("oddities", "odd"))),
            new DutyList(List.of(
                    entry("property", AreaLevel.COMMUNITY, "kind:community_committee", "3wd"),
                    entry("property", AreaLevel.CITY, "bureau", "7d"),
                    new DutyEntry(
                            "lift",
                            AreaLevel.STREET,
                            "firm",
                            List.of("kind:community_committee", "firm"),
                            "《特种设备安全法》第四十八条",
                            Limit.of("2h"),
                            null),
                    entry("trees", AreaLevel.CITY, "bureau", "15wd"))),
            new WorkingCalendar(
                    ZoneId.of("Asia/Shanghai"),
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    List.of(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                    Map.of()),
            new Settings(Map.of()),
            Map.of("duty", 1L));

    private static Matter matter(String code, @Nullable String parent) {
        return new Matter(code, "事项" + code, parent, Urgency.NORMAL, false, null, null, List.of());
    }

    private static DutyEntry entry(String matter, AreaLevel level, String lead, String limit) {
        return new DutyEntry(matter, level, lead, List.of(), "《物业管理条例》第四十六条", Limit.of(limit), null);
    }

    private static DispatchFacts facts(@Nullable String matter, double sure, boolean placed) {
        return new DispatchFacts(
                DispatchCause.INTAKE,
                MONDAY_TEN,
                matter,
                sure,
                List.of("电梯"),
                new Backing(7, sure, 3, 0.0, null),
                placed ? List.of("新余市", "网格") : List.of("新余市"),
                placed ? GRID : "360500000000",
                placed ? GRID : CITY,
                placed ? PlaceSource.POINT : null,
                placed ? 1 : 0,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static DispatchDecision decide(DispatchFacts facts) {
        return Dispatch.decide(RULES, facts, FINDER).decision();
    }

    /** What the pack says of urgency, where the decision ends, and the limit that must then hold. */
    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, true,  0.9, 1h,  reason.limit-urgent",
        "EMERGENCY, false, 0.9, 1h,  reason.limit-urgent",
        "URGENT,    false, 0.9, 2h,  reason.limit-urgent",
        "NORMAL,    false, 0.9, 5wd, reason.limit-default",
        "EMERGENCY, false, 0.3, 1h,  reason.limit-of-urgent-triage",
        "EMERGENCY, false, 0.1, 1h,  reason.limit-of-urgent-triage",
        "EMERGENCY, false, 0.05, 4wh, reason.limit-of-triage",
        "NORMAL,    false, 0.3, 4wh, reason.limit-of-triage"
    })
    void urgencyShortensWhatTheDutyListLeavesOpen(
            Urgency urgency, boolean placed, double sure, String limit, String reason) {
        Matter odd = new Matter("odd", "怪事", null, urgency, false, null, null, List.of());
        DispatchRules rules = new DispatchRules(
                new Matters(List.of(odd)),
                new DutyList(List.of()),
                RULES.calendar(),
                new Settings(Map.of("limit_urgent", "2h", "limit_emergency", "1h", "urgency_confidence", "0.1")),
                Map.of());
        Dispatch.Made made = Dispatch.decide(rules, facts("odd", sure, placed), FINDER);
        assertThat(made.decision().deadline().limit()).isEqualTo(Limit.of(limit));
        assertThat(made.decision().reasons().getLast().said().code()).isEqualTo(reason);
        assertThat(Dispatch.replay(rules, made.facts())).isEqualTo(made.decision());

        DispatchRules silent =
                new DispatchRules(rules.matters(), rules.duty(), RULES.calendar(), new Settings(Map.of()), Map.of());
        assertThat(Dispatch.replay(silent, made.facts()).deadline().limit())
                .isEqualTo(Limit.of(sure < 0.5 ? "4wh" : "5wd"));
    }

    @Test
    void followsTheDutyListOfTheMatterItself() {
        DispatchDecision decision = decide(facts("lift", 0.9, true));
        assertThat(decision.unit()).isEqualTo(UNITS.get("firm"));
        assertThat(decision.assists()).containsExactly(UNITS.get("community"));
        assertThat(decision.dutyEntry()).extracting(DutyEntry::id).isEqualTo("lift@street");
        assertThat(decision.deadline().at()).isEqualTo(MONDAY_TEN.plusSeconds(7200));
        assertThat(decision.automatic()).isTrue();
        assertThat(codes(decision))
                .containsExactly(
                        ReasonCode.MATTER_READ, ReasonCode.PLACE_POINT, ReasonCode.DUTY_ENTRY, ReasonCode.LIMIT);
        assertThat(decision.reasons().get(2).said().arguments()).contains("《特种设备安全法》第四十八条");
    }

    @Test
    void elseThatOfItsClassAtTheLevelNearestToTheResidents() {
        assertThat(decide(facts("fees", 0.9, true)).unit()).isEqualTo(UNITS.get("community"));
    }

    @Test
    void goesALevelUpWhereTheLowerOneHasNoUnit() {
        assertThat(decide(facts("fees", 0.9, false)).unit()).isEqualTo(UNITS.get("bureau"));
        assertThat(decide(facts("roots", 0.9, false)).unit()).isEqualTo(UNITS.get("bureau"));
    }

    @Test
    void givesToTheStreetWhatNoEntryNames() {
        DispatchDecision decision = decide(facts("oddities", 0.9, true));
        assertThat(decision.unit()).isEqualTo(UNITS.get("street"));
        assertThat(decision.dutyEntry()).isNull();
        assertThat(decision.deadline().limit()).isEqualTo(Limit.of("5wd"));
        assertThat(codes(decision)).contains(ReasonCode.NO_ENTRY_STREET);
    }

    @Test
    void givesToTheDeskWhatHasNoPlace() {
        DispatchDecision decision = decide(facts("oddities", 0.9, false));
        assertThat(decision.unit()).isEqualTo(UNITS.get("hotline"));
        assertThat(codes(decision)).contains(ReasonCode.PLACE_UNKNOWN, ReasonCode.DESK);
    }

    @Test
    void asksPeopleWhenUnsure() {
        DispatchDecision decision = decide(facts("lift", 0.59, true));
        assertThat(decision.outcome()).isEqualTo(DispatchOutcome.TRIAGE);
        assertThat(decision.unit()).isNull();
        assertThat(codes(decision)).contains(ReasonCode.MATTER_UNSURE).doesNotContain(ReasonCode.DUTY_ENTRY);
        assertThat(decide(facts(null, 0, true)).outcome()).isEqualTo(DispatchOutcome.TRIAGE);
    }

    @Test
    void takesAPersonsWordForTheUnit() {
        DispatchFacts facts = chosen(DispatchCause.TRANSFERRED, "bureau");
        DispatchDecision decision = decide(facts);
        assertThat(decision.unit()).isEqualTo(UNITS.get("bureau"));
        assertThat(decision.dutyEntry()).extracting(DutyEntry::id).isEqualTo("property@city");
        assertThat(decision.automatic()).isFalse();
        assertThat(codes(decide(chosen(DispatchCause.REOPENED, "street")))).contains(ReasonCode.SAME_UNIT);
    }

    private static DispatchFacts chosen(DispatchCause cause, String unit) {
        return chosen(cause, unit, null);
    }

    private static DispatchFacts chosen(DispatchCause cause, String unit, @Nullable Instant dueBefore) {
        DispatchFacts facts = facts("fees", 0.9, true);
        return new DispatchFacts(
                cause,
                facts.at(),
                facts.matterCode(),
                1,
                List.of(),
                null,
                facts.areaPath(),
                facts.areaCode(),
                facts.areaKey(),
                facts.placedBy(),
                1,
                null,
                unit,
                dueBefore,
                List.of(),
                List.of());
    }

    /** Moving a ticket on never puts off what its authors were promised. */
    @Test
    void keepsTheSoonerDeadlineWhereNoEntryGivesOne() {
        Instant soon = MONDAY_TEN.plusSeconds(3600);
        DispatchDecision moved = decide(chosen(DispatchCause.TRANSFERRED, "firm", soon));
        assertThat(moved.dutyEntry()).isNull();
        assertThat(moved.deadline().at()).isEqualTo(soon);
        assertThat(moved.deadline().steps())
                .extracting(step -> step.said().code())
                .containsExactly("deadline.kept");
        assertThat(moved.reasons().getLast().said().code()).isEqualTo("reason.limit-kept");

        DispatchDecision late = decide(chosen(DispatchCause.TRANSFERRED, "firm", MONDAY_TEN.plusSeconds(90 * 86_400)));
        assertThat(late.deadline().limit()).isEqualTo(Limit.of("5wd"));
        assertThat(late.deadline().at()).isBefore(MONDAY_TEN.plusSeconds(10 * 86_400));
        assertThat(late.reasons().getLast().said().code()).isEqualTo("reason.limit-default");

        DispatchDecision listed = decide(chosen(DispatchCause.TRANSFERRED, "bureau", soon));
        assertThat(listed.deadline().at()).isAfter(soon);
        assertThat(listed.reasons().getLast().said().code()).isEqualTo("reason.limit-of-entry");
    }

    /** Stored as JSON, read back, decided again without any directory of units. */
    @Property(tries = 300, seed = "3")
    void replaysToTheSame(
            @ForAll boolean placed, @ForAll @DoubleRange(min = 0, max = 1) double sure, @ForAll int pick) {
        JsonMapper json = JsonMapper.builder().build();
        String matter = RULES.matters().all().get(Math.floorMod(pick, 7)).code();
        DispatchFacts asked = pick % 3 == 0 ? chosen(DispatchCause.TRANSFERRED, "firm") : facts(matter, sure, placed);
        Dispatch.Made made = Dispatch.decide(RULES, asked, FINDER);
        DispatchFacts stored = json.readValue(json.writeValueAsString(made.facts()), DispatchFacts.class);
        DispatchDecision kept = json.readValue(json.writeValueAsString(made.decision()), DispatchDecision.class);
        assertThat(stored).isEqualTo(made.facts());
        assertThat(kept).isEqualTo(made.decision());
        assertThat(Dispatch.replay(RULES, stored).differences(kept)).isEmpty();
        assertThat(made.decision().outcome() == DispatchOutcome.UNIT)
                .isEqualTo(made.decision().unit() != null);
        assertThat(made.decision().deadline().at()).isAfter(MONDAY_TEN);
    }

    @Test
    void saysWhereAReplayDiffers() {
        Dispatch.Made made = Dispatch.decide(RULES, facts("lift", 0.9, true), FINDER);
        DispatchRules other = new DispatchRules(
                RULES.matters(),
                new DutyList(List.of(entry("lift", AreaLevel.CITY, "firm", "9d"))),
                RULES.calendar(),
                RULES.settings(),
                RULES.versions());
        assertThat(Dispatch.replay(other, made.facts()).differences(made.decision()))
                .containsExactly("assists", "dutyEntry", "deadline", "reasons");
    }

    private static List<ReasonCode> codes(DispatchDecision decision) {
        return decision.reasons().stream().map(DispatchDecision.Reason::code).toList();
    }
}
