package org.mulin.demo.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.mulin.demo.internal.script.Entry;
import org.mulin.demo.internal.script.Spot;
import org.mulin.demo.internal.script.Tale;
import tools.jackson.databind.JsonNode;

/** What one day brought by one channel, sent in by the desk as the file that such a channel exports. */
final class DayFile {
    private static final String HEADER = "工单编号,来电时间,诉求内容,地址,来电人,联系电话\r\n";
    private static final int PAUSE_ms = 30;
    private static final int LOOKS_MAX = 2_000;

    private final DemoPeople people;
    private final Entry entry;
    private final LocalDate day;
    private final List<Tale> rows;

    DayFile(DemoPeople people, Entry entry, LocalDate day, List<Tale> rows) {
        this.people = people;
        this.entry = entry;
        this.day = day;
        this.rows = rows;
    }

    /** Sends it, waits until it is taken in, and follows each of its tickets. */
    void send(Function<Tale, Course> courses, Instant at) {
        DemoBrowser clerk = people.clerk();
        String name = entry.file() + "-" + day;
        JsonNode file = clerk.upload(
                "/api/imports?channel=" + entry.file(),
                name + ".csv",
                "text/csv",
                content().getBytes(StandardCharsets.UTF_8),
                "demo-file-" + name);
        String address = "/api/imports/" + file.get("id").asString();
        JsonNode state = clerk.post(address + "/starts", Map.of(), "demo-start-" + name);
        for (int i = 0; i < LOOKS_MAX && state.get("state").asString().equals("RUNNING"); i++) {
            pause();
            state = clerk.get(address);
        }
        if (!state.get("state").asString().equals("DONE")) {
            throw new IllegalStateException("the file " + name + " was not taken in: " + state.get("state"));
        }
        follow(clerk, courses, at);
    }

    private void follow(DemoBrowser clerk, Function<Tale, Course> courses, Instant at) {
        List<Tale> left = new ArrayList<>(rows);
        String cursor = "";
        while (!left.isEmpty()) {
            JsonNode page = clerk.get("/api/tickets?queue=all&sort=-opened&limit=100&channel="
                    + entry.file().toUpperCase(Locale.ROOT) + "&from=" + at + cursor);
            for (JsonNode row : page.get("items")) {
                String words = row.get("words").asString();
                String begin = words.endsWith("…") ? words.substring(0, words.length() - 1) : words;
                left.stream()
                        .filter(tale -> tale.words().startsWith(begin))
                        .findFirst()
                        .ifPresent(tale -> {
                            left.remove(tale);
                            courses.apply(tale).taken(row);
                        });
            }
            if (page.get("next").isNull()) {
                return;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
    }

    private String content() {
        var text = new StringBuilder(HEADER);
        for (Tale tale : rows) {
            Spot spot = tale.spot();
            String address = spot == null || tale.told() == Tale.How.WORDS ? "" : spot.name();
            String time = tale.at().toString();
            text.append(String.join(",", tale.key(), time, quoted(tale.words()), address, tale.caller(), tale.phone()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String quoted(String words) {
        return String.format(Locale.ROOT, "\"%s\"", words.replace("\"", "\"\""));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
