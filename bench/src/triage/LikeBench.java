package org.mulin.triage.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.mulin.base.DirtyTime;
import org.mulin.triage.HotIssue;
import org.mulin.triage.HotRule;
import org.mulin.triage.HotWords;
import org.mulin.triage.Like;
import org.mulin.triage.Likeness;
import org.mulin.triage.Text;
import org.mulin.triage.Voice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * bench/run like [DIR] [--tickets N]: near-duplicates beside dup_group over all files at once, hot issues beside the
 * topics that people marked, then what finding likes costs among N tickets made by varying the texts.
 */
public final class LikeBench {
    private static final long SEED = 20_200_707;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ASKED = 1_000;
    private static final int COMMUNITIES = 200;
    /** So many issues are judged by reading. */
    private static final int JUDGED = 20;

    record Row(String id, String source, String group, Voice voice) {}

    private LikeBench() {}

    public static void run(String folder, int tickets) throws IOException {
        Path path = Path.of(folder.isEmpty() ? "../shared/data/appeals" : folder);
        List<Row> rows = all(path);
        duplicates(rows);
        hot(rows.stream().filter(row -> row.id.startsWith("F3-")).toList(), path.resolve("f3_hot_topics.dev.json"));
        if (tickets > 0) {
            cost(rows, tickets);
        }
    }

    static List<Row> all(Path path) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String file : List.of("f2_classify", "f3_hot", "f4_reply", "test2801_unlabeled")) {
            rows.addAll(rows(path.resolve(file + ".train_dev.jsonl.gz")));
        }
        return rows;
    }

    private static void duplicates(List<Row> rows) {
        Likeness<Integer> index = Likeness.empty();
        for (int i = 0; i < rows.size(); i++) {
            index.put(i, rows.get(i).voice);
        }
        int[] parent = new int[rows.size()];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < parent.length; i++) {
            for (Like<Integer> like : index.like(i, Integer.MAX_VALUE)) {
                if (like.twin()) {
                    parent[root(parent, i)] = root(parent, like.id());
                }
            }
        }
        Map<Integer, List<Row>> found = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            found.computeIfAbsent(root(parent, i), _ -> new ArrayList<>()).add(rows.get(i));
        }
        Map<String, Integer> groups = new HashMap<>();
        rows.forEach(row -> groups.merge(row.group, 1, Integer::sum));
        long wanted = groups.values().stream().mapToLong(LikeBench::pairs).sum();
        long told = 0;
        long right = 0;
        for (List<Row> together : found.values()) {
            told += pairs(together.size());
            Map<String, Integer> inside = new HashMap<>();
            together.forEach(row -> inside.merge(row.group, 1, Integer::sum));
            right += inside.values().stream().mapToLong(LikeBench::pairs).sum();
        }
        System.out.printf(
                "near-duplicates: %d messages, %d pairs wanted, %d told: precision %.4f, recall %.4f%n",
                rows.size(), wanted, told, (double) right / told, (double) right / wanted);
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static long pairs(int size) {
        return (long) size * (size - 1) / 2;
    }

    private static void hot(List<Row> rows, Path topics) throws IOException {
        Likeness<Integer> index = Likeness.empty();
        for (int i = 0; i < rows.size(); i++) {
            index.put(i, rows.get(i).voice);
        }
        long start_ns = System.nanoTime();
        List<HotIssue<Integer>> hot = index.hot(HotRule.DEFAULT, _ -> true, 500);
        System.out.printf("hot issues: %d in %.1f s%n", hot.size(), (System.nanoTime() - start_ns) / 1e9);
        Set<String> there = new HashSet<>();
        rows.forEach(row -> there.add(row.source));
        for (JsonNode topic : new JsonMapper().readTree(Files.readString(topics))) {
            Set<String> wanted = new HashSet<>();
            topic.path("member_src_ids").forEach(id -> wanted.add(id.asString()));
            wanted.retainAll(there);
            for (int rank = 0; rank < hot.size(); rank++) {
                List<Integer> members = hot.get(rank).members();
                long both = members.stream()
                        .filter(i -> wanted.contains(rows.get(i).source))
                        .count();
                if (both * 4 >= wanted.size()) {
                    System.out.printf(
                            "%s %s (%d): rank %d, recall %.3f, purity %.3f%n",
                            topic.path("kind").asString(),
                            topic.path("title").asString(),
                            wanted.size(),
                            rank + 1,
                            (double) both / wanted.size(),
                            (double) both / members.size());
                }
            }
        }
        for (HotIssue<Integer> issue : hot.subList(0, Math.min(hot.size(), JUDGED))) {
            HotWords words = index.words(
                    issue.members().stream().map(i -> rows.get(i).voice.text()).toList());
            System.out.printf(
                    "%.1f: %d people, %d messages, %s %s %s%n",
                    issue.score(),
                    issue.people(),
                    issue.members().size(),
                    words.place(),
                    words.words(),
                    issue.members().stream().map(i -> rows.get(i).id).toList());
        }
    }

    static void cost(List<Row> rows, int tickets) {
        Random random = new Random(SEED);
        Likeness<Integer> index = Likeness.empty();
        long before = used();
        long worked_ns = THREADS.getCurrentThreadCpuTime();
        long start_ns = System.nanoTime();
        for (int i = 0; i < tickets; i++) {
            index.put(i, varied(rows, random, i));
        }
        double seconds = (System.nanoTime() - start_ns) / 1e9;
        System.out.printf(
                "%d tickets: built in %.1f s, %.1f s of the processor (both with making them up), %.0f MB, load %.1f%n",
                tickets,
                seconds,
                (THREADS.getCurrentThreadCpuTime() - worked_ns) / 1e9,
                (used() - before) / 1e6,
                load());
        for (int warm = 0; warm < 2; warm++) {
            ask(index, rows, random, true, warm == 1);
            ask(index, rows, random, false, warm == 1);
        }
    }

    private static void ask(Likeness<Integer> index, List<Row> rows, Random random, boolean nearby, boolean told) {
        long[] took_ns = new long[ASKED];
        long[] worked_ns = new long[ASKED];
        long found = 0;
        for (int i = 0; i < ASKED; i++) {
            Voice voice = varied(rows, random, i);
            String community = voice.place();
            long start_ns = System.nanoTime();
            long work_ns = THREADS.getCurrentThreadCpuTime();
            found += index.like(voice, place -> !nearby || place.equals(community), _ -> true, 5)
                    .size();
            worked_ns[i] = THREADS.getCurrentThreadCpuTime() - work_ns;
            took_ns[i] = System.nanoTime() - start_ns;
        }
        Arrays.sort(took_ns);
        Arrays.sort(worked_ns);
        if (told) {
            System.out.printf(
                    "finding likes %s: p50 %.2f ms, p99 %.2f ms; of the processor p50 %.2f ms, p99 %.2f ms; "
                            + "%.1f found on average; load %.1f%n",
                    nearby ? "in one community" : "everywhere",
                    took_ns[ASKED / 2] / 1e6,
                    took_ns[ASKED * 99 / 100] / 1e6,
                    worked_ns[ASKED / 2] / 1e6,
                    worked_ns[ASKED * 99 / 100] / 1e6,
                    (double) found / ASKED,
                    load());
        }
    }

    /** Sentences of two messages, mixed; here and there a letter of a third. */
    private static Voice varied(List<Row> rows, Random random, int i) {
        Text one = rows.get(random.nextInt(rows.size())).voice.text();
        Text other = rows.get(random.nextInt(rows.size())).voice.text();
        List<String> sentences = new ArrayList<>(Arrays.asList(one.body().split("(?<=[。！？；])")));
        sentences.addAll(Arrays.asList(other.body().split("(?<=[。！？；])")));
        StringBuilder body = new StringBuilder();
        for (String sentence : sentences) {
            if (random.nextInt(2) == 0) {
                body.append(sentence);
            }
        }
        for (int slip = body.length() / 30; slip > 0; slip--) {
            String letters = other.subject().isEmpty() ? "的" : other.subject();
            body.setCharAt(random.nextInt(body.length()), letters.charAt(random.nextInt(letters.length())));
        }
        String subject = random.nextInt(2) == 0 ? one.subject() : one.subject() + i % 97;
        return new Voice(
                new Text(subject, body.toString()),
                Instant.ofEpochSecond(1_600_000_000L + i * 60L),
                "p" + random.nextInt(1_000_000),
                "3605020010%02d".formatted(random.nextInt(COMMUNITIES)),
                0);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : ClassifyBench.rows(file)) {
            Instant at = DirtyTime.read(row.path("time").asString(""), ZONE);
            rows.add(new Row(
                    row.path("uid").asString(),
                    row.path("src_id").asString(""),
                    row.path("dup_group").asString(),
                    new Voice(
                            ClassifyBench.text(row),
                            at == null ? Instant.EPOCH : at,
                            row.path("user").asString(""),
                            "",
                            row.path("up").asInt(0))));
        }
        return rows;
    }
}
