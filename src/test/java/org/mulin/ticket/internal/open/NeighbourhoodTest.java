package org.mulin.ticket.internal.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.ticket.internal.open.Neighbourhood.Group;

/** Who may learn of whom: few are never counted, and nobody is found by subtracting. */
class NeighbourhoodTest {
    private static final String STREET = "360502001";
    private static final String EAST = "360502001001";
    private static final String WEST = "360502001007";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int LEAST = 3;

    private static Sighting one(String area, String person, boolean shown) {
        return new Sighting(area, "lamp", UUID.randomUUID(), null, person, shown, OpenStage.RECEIVED, MONDAY, null);
    }

    private static Sighting hidden(String area, String person) {
        return one(area, person, false);
    }

    private static Sighting shown(String area, String person) {
        return one(area, person, true);
    }

    private static List<String> told(Sighting... sightings) {
        return Neighbourhood.groups(List.of(sightings), STREET, LEAST).stream()
                .map(group -> group.areaKey() + " " + group.people())
                .toList();
    }

    @Test
    void threePeopleAreTold() {
        assertThat(told(hidden(EAST, "a"), hidden(EAST, "b"), hidden(EAST, "c")))
                .containsExactly(EAST + " 3");
    }

    @Test
    void twoAreNot() {
        assertThat(told(hidden(EAST, "a"), hidden(EAST, "b"))).isEmpty();
    }

    @Test
    void oneWhoReportsThriceIsOne() {
        assertThat(told(hidden(EAST, "a"), hidden(EAST, "a"), hidden(EAST, "a")))
                .isEmpty();
        UUID account = UUID.randomUUID();
        Sighting[] phones = {by(account, "a"), by(account, "b"), by(account, "c")};
        assertThat(told(phones)).as("one account, three phones").isEmpty();
        Sighting[] accounts = {by(UUID.randomUUID(), "a"), by(UUID.randomUUID(), "a"), by(null, "a")};
        assertThat(told(accounts)).as("one phone, called and written").isEmpty();
    }

    private static Sighting by(@Nullable UUID account, String phone) {
        return new Sighting(EAST, "lamp", UUID.randomUUID(), account, phone, false, OpenStage.RECEIVED, MONDAY, null);
    }

    @Test
    void fewHereAndThereAreToldOfTheStreet() {
        assertThat(told(hidden(EAST, "a"), hidden(EAST, "b"), hidden(WEST, "c"), hidden(STREET, "d")))
                .containsExactly(STREET + " 4");
    }

    @Test
    void whoIsToldOfTheCommunityIsNotToldOfTheStreetAgain() {
        assertThat(told(hidden(EAST, "a"), hidden(EAST, "b"), hidden(EAST, "c"), hidden(WEST, "d"), hidden(WEST, "e")))
                .containsExactly(EAST + " 3");
    }

    @Test
    void publicOnesDoNotGiveAwayTheOneBesideThem() {
        assertThat(told(shown(EAST, "a"), shown(EAST, "b"), shown(EAST, "c"), hidden(EAST, "d")))
                .as("a fourth would be seen by counting the public three")
                .containsExactly(EAST + " 3");
        assertThat(told(shown(EAST, "a"), hidden(EAST, "b"), hidden(EAST, "c"))).isEmpty();
        assertThat(told(shown(EAST, "a"), hidden(EAST, "a"), hidden(EAST, "b"), hidden(EAST, "c")))
                .as("two beside the public one, whoever else is among the hidden")
                .isEmpty();
        assertThat(told(shown(EAST, "a"), hidden(EAST, "b"), hidden(EAST, "c"), hidden(EAST, "d")))
                .containsExactly(EAST + " 4");
    }

    @Test
    void itIsAsFarAsTheFurthestAndAsOldAsTheFirst() {
        LocalDate friday = MONDAY.minusDays(3);
        List<Sighting> three = List.of(
                hidden(EAST, "a"),
                new Sighting(EAST, "lamp", UUID.randomUUID(), null, "b", false, OpenStage.IN_HAND, MONDAY, null),
                new Sighting(EAST, "lamp", UUID.randomUUID(), null, "c", false, OpenStage.RECEIVED, friday, null));
        assertThat(Neighbourhood.groups(three, STREET, LEAST))
                .containsExactly(new Group(EAST, "lamp", 3, false, friday, OpenStage.IN_HAND, null));
    }

    @Provide
    static Arbitrary<List<Sighting>> street() {
        return Combinators.combine(
                        Arbitraries.of(EAST, WEST, STREET + "009", STREET),
                        Arbitraries.of("lamp", "road"),
                        Arbitraries.integers().between(1, 9).map(String::valueOf),
                        Arbitraries.of(true, false, false))
                .as((area, matter, person, shown) -> new Sighting(
                        area, matter, UUID.randomUUID(), null, person, shown, OpenStage.RECEIVED, MONDAY, null))
                .list()
                .ofMaxSize(30);
    }

    /** Against a count of its own: whoever knows all public appeals learns of nobody, or of three at least. */
    @Property(tries = 500, seed = "360502001")
    void beyondWhatIsPublicEachGroupHoldsNobodyOrEnough(@ForAll("street") List<Sighting> all) {
        List<Group> groups = Neighbourhood.groups(all, STREET, LEAST);
        Set<String> once = new HashSet<>();
        for (Group group : groups) {
            assertThat(once.add(group.areaKey() + group.matterCode())).isTrue();
            List<String> apart = groups.stream()
                    .filter(other -> other.matterCode().equals(group.matterCode()))
                    .map(Group::areaKey)
                    .toList();
            Set<String> known = new HashSet<>();
            Set<String> everybody = new HashSet<>();
            for (Sighting each : new ArrayList<>(all)) {
                boolean here = group.areaKey().equals(STREET)
                        ? !apart.contains(each.areaKey()) || each.areaKey().equals(STREET)
                        : each.areaKey().equals(group.areaKey());
                if (here && each.matterCode().equals(group.matterCode())) {
                    String person = Objects.requireNonNull(each.phone());
                    everybody.add(person);
                    if (each.shown()) {
                        known.add(person);
                    }
                }
            }
            int learnt = group.people() - known.size();
            assertThat(learnt).matches(n -> n == 0 || n >= LEAST);
            assertThat(group.people()).isBetween(LEAST, everybody.size());
        }
    }
}
