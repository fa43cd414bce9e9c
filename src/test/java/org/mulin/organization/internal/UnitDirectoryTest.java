package org.mulin.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.organization.Unit;

class UnitDirectoryTest {
    private static final Unit CITY = unit("city", "urban", "3605", true);
    private static final Unit STREET = unit("street", "urban", "360502001", true);
    private static final Unit CLOSED = unit("closed", "urban", "360502001001", false);
    private static final Unit OTHER_KIND = unit("committee", "committee", "360502001001", true);
    private static final UnitDirectory UNITS = new UnitDirectory(List.of(CITY, STREET, CLOSED, OTHER_KIND), List.of());

    @Test
    void theNearestUnitOfAKindWorksForTheSmallestAreaAroundThePlace() {
        assertThat(UNITS.nearest("urban", "360502001001")).contains(STREET);
        assertThat(UNITS.nearest("urban", "360502001")).contains(STREET);
        assertThat(UNITS.nearest("urban", "360502002001")).contains(CITY);
        assertThat(UNITS.nearest("committee", "360502001")).isEmpty();
        assertThat(UNITS.nearest("urban", "9901")).isEmpty();
    }

    @Test
    void closedUnitsAreFoundByCodeOnly() {
        assertThat(UNITS.byCode("closed")).contains(CLOSED);
        assertThat(UNITS.within(AreaRange.of("360502001"))).containsExactly(STREET, OTHER_KIND);
    }

    private static Unit unit(String code, String kind, String areaKey, boolean open) {
        return new Unit(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                code,
                kind,
                areaKey,
                null,
                "",
                open);
    }
}
