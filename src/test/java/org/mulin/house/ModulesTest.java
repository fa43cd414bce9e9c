package org.mulin.house;

import org.junit.jupiter.api.Test;
import org.mulin.MulinApplication;
import org.springframework.modulith.core.ApplicationModules;

/** The floors of the house: who may call whom, and that nobody reaches into another's room. */
class ModulesTest {
    @Test
    void everyModuleKeepsToTheFloorsAboveItInTheTable() {
        ApplicationModules.of(MulinApplication.class).verify();
    }
}
