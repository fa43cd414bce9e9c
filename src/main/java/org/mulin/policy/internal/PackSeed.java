package org.mulin.policy.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mulin.base.Actor;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the pack folder into the database as first versions. Tables that have a version already are left alone; a
 * table that a newer program brings along is sown when its turn comes.
 */
@Component
class PackSeed {
    private static final Logger LOG = LoggerFactory.getLogger(PackSeed.class);

    private final VersionRepository versions;
    private final Clock clock;

    PackSeed(VersionRepository versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Writes the first version of every table that has none.
     *
     * @throws PackBroken when something has to be sown and the folder has mistakes; nothing is written then
     */
    @Transactional
    public void sow(Path folder, List<PackTable<?>> tables) {
        versions.oneAtATime();
        Set<String> sown = versions.all().stream().map(StoredVersion::table).collect(Collectors.toSet());
        List<PackTable<?>> missing =
                tables.stream().filter(table -> !sown.contains(table.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        PackContents pack = PackCheck.read(folder, tables);
        LocalDate validFrom = pack.content(CityTable.class).validFrom();
        Instant now = clock.instant();
        for (PackTable<?> table : missing) {
            versions.add(StoredVersion.of(table.name(), 1, validFrom), pack.text(table), now, Actor.SYSTEM, null);
        }
        LOG.info("policy pack {}: {} tables put in force", folder.getFileName(), missing.size());
    }

    /**
     * One database serves one city; who hands over another city's pack has most likely named the wrong data folder.
     *
     * @throws IllegalStateException when the folder is another city's
     */
    void refuseOtherCity(Path folder, City served) {
        PackCheck.city(folder)
                .filter(city -> !city.code().equals(served.code()))
                .ifPresent(city -> {
                    throw new IllegalStateException("数据目录属于%s（%s），不能用%s（%s）的政策包启动；请换用另一个数据目录"
                            .formatted(served.name(), served.code(), city.name(), city.code()));
                });
    }
}
