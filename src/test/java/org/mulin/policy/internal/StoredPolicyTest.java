package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.base.Actor;
import org.mulin.base.MulinHttpTest;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.SmallPack;
import org.springframework.beans.factory.annotation.Autowired;

class StoredPolicyTest extends MulinHttpTest {
    private static final Path PACK = SmallPack.folder();
    private static final LocalDate FAR = LocalDate.of(2999, 1, 1);
    private static final Setting<Integer> REOPEN_DAYS = Setting.integer("reopen_days", 7, 1, 365);

    @Autowired
    private Policy policy;

    @Autowired
    private PackSeed seed;

    @Autowired
    private VersionRepository versions;

    @Autowired
    private List<PackTable<?>> tables;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    @Test
    void theFirstStartPutsThePackInForce() {
        var settings = policy.version(SettingsTable.class, 1);

        assertThat(settings.validFrom()).isEqualTo(policy.city().validFrom());
        assertThat(policy.city().name()).isEqualTo("新余市");
        assertThat(policy.setting(REOPEN_DAYS)).isEqualTo(15);
        assertThat(policy.setting(Setting.text("nowhere_set", "fallback"))).isEqualTo("fallback");
    }

    @Test
    void eachVersionRulesFromItsDayAndStaysReadable() {
        long next = versions.all().stream()
                        .filter(version -> version.table().equals("settings"))
                        .mapToLong(StoredVersion::version)
                        .max()
                        .orElseThrow()
                + 1;
        StoredVersion far = StoredVersion.of("settings", next, FAR);
        versions.add(far, "key,value\nreopen_days,30\n", clock.instant(), Actor.SYSTEM, null);
        StoredPolicy restarted = new StoredPolicy(tables, seed, versions, clock, PACK);

        assertThat(reopenDays(restarted, FAR.minusDays(1))).isEqualTo(15);
        assertThat(reopenDays(restarted, FAR)).isEqualTo(30);
        assertThat(reopenDays(restarted, LocalDate.of(1999, 1, 1))).isEqualTo(15);
        assertThat(restarted.version(SettingsTable.class, next).content().get(REOPEN_DAYS))
                .isEqualTo(30);
        assertThat(restarted.setting(REOPEN_DAYS)).isEqualTo(15);
        assertThatThrownBy(() -> restarted.version(SettingsTable.class, next + 1))
                .isInstanceOf(IllegalArgumentException.class);

        versions.withdraw(far.key(), clock.instant(), Actor.SYSTEM, "test");
        assertThat(reopenDays(restarted, FAR)).isEqualTo(30);
        restarted.refresh();
        assertThat(reopenDays(restarted, FAR)).isEqualTo(15);
        assertThat(restarted.version(SettingsTable.class, next).content().get(REOPEN_DAYS))
                .isEqualTo(30);
    }

    @Test
    void afterTheFirstStartTheFolderIsNotReadAgain() throws Exception {
        Files.writeString(folder.resolve("settings.csv"), "nonsense");
        int before = versions.all().size();

        seed.sow(folder, tables);

        assertThat(versions.all()).hasSize(before);
    }

    @Test
    void aBrokenPackIsNeverPutInForce() {
        List<PackTable<?>> withAnother = new ArrayList<>(tables);
        withAnother.add(anotherTable());
        int before = versions.all().size();

        assertThatThrownBy(() -> seed.sow(PACK, withAnother))
                .isInstanceOf(PackBroken.class)
                .hasMessageContaining("another.csv 缺少文件（另一张表）");
        assertThat(versions.all()).hasSize(before);
    }

    @Test
    void theDatabaseOfOneCityRefusesThePackOfAnother() {
        assertThatThrownBy(() -> new StoredPolicy(tables, seed, versions, clock, Path.of("src/test/packs/a-shi")))
                .hasMessageContaining("新余市")
                .hasMessageContaining("A市");
    }

    private static int reopenDays(Policy policy, LocalDate day) {
        return policy.at(SettingsTable.class, day).content().get(REOPEN_DAYS);
    }

    /** What a newer program might bring along; anonymous, so that no scan for tables finds it. */
    private static PackTable<?> anotherTable() {
        return new CsvTable<List<Row>>("another", "另一张表", Column.code("code")) {
            @Override
            protected List<Row> read(List<Row> rows, PackProblems problems) {
                return rows;
            }
        };
    }
}
