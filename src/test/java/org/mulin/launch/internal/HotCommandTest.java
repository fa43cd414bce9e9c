package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;

/** {@code ./mulin hot} as scripts call it. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class HotCommandTest {
    private static final String LINE =
            "{\"uid\":\"m%d\",\"subject\":\"%s\",\"body\":%s,\"time\":%s,\"user\":\"u%d\",\"up\":%d}%n";

    @TempDir
    private Path folder;

    @Test
    void whatManySayComesFirstWithItsMembersAndWhy() throws IOException {
        JsonNode hot = RanCommand.run("hot", file().toString(), "--json").json();
        assertThat(hot.size()).isEqualTo(1);
        JsonNode issue = hot.path(0);
        assertThat(issue.path("rank").asInt()).isEqualTo(1);
        assertThat(issue.path("people").asInt()).as("u0 wrote twice").isEqualTo(4);
        List<String> members = new ArrayList<>();
        issue.path("members").forEach(id -> members.add(id.asString()));
        assertThat(members).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(issue.path("title").asString()).contains("云栖新城");
        assertThat(issue.path("place").asString()).isEqualTo("云栖新城");
        assertThat(issue.path("from").asString()).startsWith("2026-11-01T08:00");
        assertThat(issue.path("to").asString())
                .as("an Excel day; the one without a time came with the one before")
                .startsWith("2026-11-04");
        assertThat(issue.path("score").asDouble()).isEqualTo(4 + 0.2 + 0.5 * 3);
        assertThat(issue.path("why").asString()).contains("4人5条").contains("搅拌站");
    }

    @Test
    void fewerPeopleMayBeAskedFor() throws IOException {
        assertThat(RanCommand.run("hot", file().toString(), "--json", "--people", "5")
                        .json()
                        .size())
                .isZero();
        assertThat(RanCommand.run("hot", file().toString()).out())
                .startsWith("1. ")
                .contains("云栖新城");
    }

    @Test
    void whatIsNoFileIsSaid() {
        RanCommand ran = RanCommand.run("hot", folder.resolve("none").toString(), "--json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("找不到文件");
    }

    private Path file() throws IOException {
        String[] bodies = {
            "\"云栖新城旁边的搅拌站日夜轰鸣，灰尘很大\"", "\"云栖新城的搅拌站太吵，孩子睡不着\"", "null", "\"搅拌站离云栖新城不到百米，请关停搅拌站\"", "\"再次反映云栖新城搅拌站噪音\""
        };
        String[] times = {"\"2026/11/1 8:00:00\"", "\"2026-11-02 09:00\"", "\"2026/11/3\"", "\"46330.5\"", "null"};
        int[] users = {0, 1, 2, 3, 0};
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            lines.append(LINE.formatted(
                    i, "云栖新城搅拌站扰民" + (i % 2 == 0 ? "" : "何时了"), bodies[i], times[i], users[i], i == 1 ? 7 : 0));
        }
        String[] others = {"公交车总是晚点", "小学学位不够", "医保报销太慢", "路灯坏了没人修", "河边垃圾成堆"};
        for (int i = 0; i < others.length; i++) {
            lines.append(LINE.formatted(10 + i, others[i], "\"" + others[i] + "，请处理\"", "\"2026/11/5\"", 10 + i, 0));
        }
        Path file = folder.resolve("messages.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
