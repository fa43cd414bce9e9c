package org.mulin.triage.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mulin.triage.ReplyPrint;
import org.mulin.triage.ReplyReader;
import org.mulin.triage.ReplyReading;
import tools.jackson.databind.JsonNode;

/**
 * bench/run reply [DIR]: how well results, explanations, promises and copies are told apart among the replies labelled
 * by hand: those that the rules were developed on, and the other half, no near-duplicates on both sides.
 */
public final class ReplyBench {
    private static final List<String> LABELS = List.of("result", "explanation", "promise", "copied");
    /** Replies that share as much are on one side. */
    private static final double ALIKE_FROM = 0.55;

    private final ReplyReader reader = ReplyReader.local();
    private final Map<String, JsonNode> messages;
    private final Map<String, ReplyPrint> prints = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    private ReplyBench(Map<String, JsonNode> messages) {
        this.messages = messages;
        messages.forEach((uid, message) -> prints.put(uid, reader.print(reply(message))));
    }

    private record Told(String label, String told, int half) {}

    public static void run(String folder) throws IOException {
        new ReplyBench(HandLabels.messages(folder, "f4_reply")).run();
    }

    private void run() throws IOException {
        Map<String, String> labels = HandLabels.of("reply-labels.csv");
        Map<String, String> told = new LinkedHashMap<>();
        labels.keySet().forEach(uid -> told.put(uid, told(uid)));
        Map<String, String> first = new TreeMap<>();
        labels.keySet().forEach(uid -> first.merge(root(uid), uid, (a, b) -> a.compareTo(b) < 0 ? a : b));
        List<Told> all = new ArrayList<>();
        labels.forEach((uid, label) -> all.add(new Told(label, told.get(uid), half(first.get(root(uid))))));
        print("all", all);
        print("developed on", all.stream().filter(each -> each.half == 0).toList());
        print("held back", all.stream().filter(each -> each.half == 1).toList());
        speed();
    }

    private String told(String uid) {
        JsonNode message = messages.get(uid);
        join(uid, "group " + message.path("dup_group").asString());
        ReplyPrint print = prints.get(uid);
        double most = 0;
        String nearest = uid;
        for (Map.Entry<String, ReplyPrint> other : prints.entrySet()) {
            double share = other.getKey().equals(uid) ? 0 : print.shareIn(other.getValue());
            if (share > most) {
                most = share;
                nearest = other.getKey();
            }
        }
        if (most >= ALIKE_FROM && !print.isEmpty()) {
            join(uid, nearest);
        }
        ReplyReading reading = reader.read(message.path("subject").asString(""), reply(message));
        double from = reading.bareForwarding() ? ReplyPrint.SAME_FORWARDING_FROM : ReplyPrint.COPIED_FROM;
        return most >= from ? "copied" : reading.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void speed() {
        long start = System.nanoTime();
        messages.values().forEach(message -> reader.read(message.path("subject").asString(""), reply(message)));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%.0f replies/s on one thread%n", messages.size() / seconds);
    }

    private static void print(String what, List<Told> all) {
        double sum = 0;
        StringBuilder line = new StringBuilder();
        for (String label : LABELS) {
            long right = all.stream().filter(each -> each.label.equals(label) && each.told.equals(label)).count();
            long is = all.stream().filter(each -> each.label.equals(label)).count();
            long said = all.stream().filter(each -> each.told.equals(label)).count();
            double f1 = 2.0 * right / Math.max(1, is + said);
            sum += f1;
            line.append(" | %s %d: precision %.2f recall %.2f F1 %.2f"
                    .formatted(label, is, (double) right / Math.max(1, said), (double) right / Math.max(1, is), f1));
        }
        System.out.printf("%s, %d: macro-F1 %.3f%s%n", what, all.size(), sum / LABELS.size(), line);
    }

    private static int half(String uid) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("half " + uid).getBytes(StandardCharsets.UTF_8));
            return hash[0] >> 4 & 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String uid) {
        String at = uid;
        while (!parents.getOrDefault(at, at).equals(at)) {
            at = parents.get(at);
        }
        return at;
    }

    private static String reply(JsonNode message) {
        return message.path("reply").asString("");
    }
}
