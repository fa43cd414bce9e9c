package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./mulin place} as scripts call it. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class PlaceCommandTest {
    private static final String PACK = "src/test/packs/a-shi";

    @TempDir
    private Path folder;

    @Test
    void tellsTheAreaOfEachMessageInTheOrderOfTheFile() throws IOException {
        Path file = folder.resolve("messages.jsonl");
        Files.writeString(file, """
                {"uid":"m1","subject":"A7县东五路路灯不亮","body":null}
                {"uid":"m2","subject":"路灯不亮","body":"全市都这样"}
                {"uid":"m3","subject":"","body":"家住A3区，A1区北路堵车不关我事"}
                """);
        RanCommand ran = RanCommand.run("place", file.toString(), "--pack", PACK, "--json");
        assertThat(ran.status()).isZero();
        List<JsonNode> lines = ran.out().lines().map(new JsonMapper()::readTree).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("uid").asString()).isEqualTo("m1");
        assertThat(lines.get(0).path("area").asString()).isEqualTo("990107000000");
        assertThat(lines.get(0).path("confidence").asDouble()).isGreaterThan(0.9);
        assertThat(lines.get(0).path("span").path("words").asString()).isEqualTo("A7县");
        assertThat(lines.get(1).path("area").isNull()).as("names no area").isTrue();
        assertThat(lines.get(1).path("span").isNull()).isTrue();
        assertThat(lines.get(1).path("confidence").asDouble()).isZero();
        assertThat(lines.get(2).path("area").asString())
                .as("a street is named after A1")
                .isEqualTo("990103000000");
    }

    @Test
    void aBrokenPackOrFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("messages.jsonl"), "{\"subject\":\"路灯\"}\n");
        RanCommand ran = RanCommand.run("place", file.toString(), "--pack", folder.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("areas.csv");
        assertThat(RanCommand.run("place", folder.resolve("none").toString(), "--pack", PACK)
                        .err())
                .contains("找不到文件");
        assertThat(RanCommand.run("place", file.toString()).status())
                .as("no --pack")
                .isEqualTo(2);
    }
}
