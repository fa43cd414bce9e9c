package org.mulin.ticket.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.organization.Unit;

/** A street orders who works for the place, who works in its area, and who is on the ticket already. */
class DirectiveReachTest {
    private static final String STREET = "360502001";
    private static final String PLACE = "360502001001";

    @ParameterizedTest(name = "a unit of {0}, on the ticket: {1}")
    @CsvSource({
        "3605, false, true",
        "360502, false, true",
        "360502001, false, true",
        "360502001007, false, true",
        "360502002, false, false",
        "360502002, true, true",
        "360521, false, false",
    })
    void reaches(String areaKey, boolean on, boolean reached) {
        UUID id = Ids.next();
        Unit unit = new Unit(id, "code", "单位", "health", areaKey, null, "", true);
        assertThat(DirectiveReach.reaches(unit, AreaRange.of(STREET), PLACE, on ? Set.of(id) : Set.of()))
                .isEqualTo(reached);
    }
}
