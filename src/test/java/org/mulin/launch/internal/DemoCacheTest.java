package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.demo.DemoFolder;
import org.mulin.demo.DemoLife;

/** When a kept city may stand for one that is played anew. */
class DemoCacheTest {
    private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    private Path folder;

    private Path program;
    private Path pack;
    private Path data;

    @BeforeEach
    void aProgramAndAPack() throws IOException {
        program = Files.writeString(folder.resolve("mulin.jar"), "program");
        Files.writeString(Files.createDirectory(folder.resolve("lib")).resolve("library-1.jar"), "library");
        pack = Files.createDirectory(folder.resolve("pack"));
        Files.writeString(pack.resolve("matters.csv"), "code");
        Files.writeString(Files.createDirectory(pack.resolve("demo")).resolve("sayings.csv"), "words");
        data = folder.resolve("data");
    }

    @Test
    void whateverMadeTheCityIsInTheKey() throws IOException {
        String key = key();
        assertThat(key()).isEqualTo(key);
        assertThat(DemoCache.key(program, pack, DemoLife.SHORT)).isNotEqualTo(key);

        Files.writeString(pack.resolve("demo/sayings.csv"), "other words");
        String otherWords = key();
        assertThat(otherWords).isNotEqualTo(key);

        Files.writeString(program, "newer program");
        String newerProgram = key();
        assertThat(newerProgram).isNotEqualTo(otherWords);

        Files.move(folder.resolve("lib/library-1.jar"), folder.resolve("lib/library-2.jar"));
        assertThat(key()).isNotEqualTo(newerProgram);
    }

    private String key() {
        return DemoCache.key(program, pack, DemoLife.WHOLE);
    }

    @Test
    void aKeptCityServesForADay() throws IOException {
        kept(true);
        assertThat(cache().restore(data, BEGAN.plus(DemoCache.USABLE))).isFalse();
        assertThat(data).doesNotExist();
        assertThat(cache().restore(data, BEGAN.plusSeconds(3_600))).isTrue();
        assertThat(data.resolve("keys/sealing")).hasContent("secret");
        assertThat(Files.getPosixFilePermissions(data.resolve("keys/sealing"))).hasSize(2);
    }

    @Test
    void halfACityIsNeverTaken() throws IOException {
        kept(false);
        assertThat(cache().restore(data, BEGAN)).isFalse();
        assertThat(new DemoFolder(keptFolder()).isHalfPlayed()).isTrue();
    }

    private DemoCache cache() {
        return new DemoCache(data, program, pack, DemoLife.WHOLE);
    }

    private Path keptFolder() {
        return folder.resolve("data-cache").resolve(key());
    }

    private void kept(boolean played) throws IOException {
        Path kept = Files.createDirectories(keptFolder());
        DemoFolder marks = new DemoFolder(kept);
        marks.begin(BEGAN);
        if (played) {
            marks.end();
        }
        Secrets.write(kept.resolve("keys/sealing"), "secret");
    }
}
