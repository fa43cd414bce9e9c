package org.mulin.policy.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mulin.base.Actor;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the pack folder into the database as first versions. Tables that have a version already are left alone; a
 * table that a newer program brings along is sown when its turn comes.
 */
@Component
class PackSeed {
    private static final Logger LOG = LoggerFactory.getLogger(PackSeed.class);

    private final VersionRepository versions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PackSeed(VersionRepository versions, PlatformTransactionManager transactions, Clock clock) {
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws PackBroken when something has to be sown and the folder has mistakes; nothing is written then */
    void sow(Path folder, List<PackTable<?>> tables) {
        Set<String> sown = versions.all().stream().map(StoredVersion::table).collect(Collectors.toSet());
        List<PackTable<?>> missing =
                tables.stream().filter(table -> !sown.contains(table.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        PackContents pack = PackCheck.read(folder, tables);
        LocalDate validFrom = pack.content(CityTable.class).validFrom();
        Instant now = clock.instant();
        transaction.executeWithoutResult(ignored -> missing.forEach(table -> versions.add(
                new StoredVersion(table.name(), 1, validFrom, pack.text(table)), now, Actor.SYSTEM.accountId())));
        LOG.info("policy pack {}: {} tables put in force", folder.getFileName(), missing.size());
    }
}
