package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked of the neighbourhood's communities, line by line: a table written by hand. */
public record AdmissionStory(List<Line> lines) {
    private static final int DAY_s = 86_400;

    public AdmissionStory {
        lines = List.copyOf(lines);
    }

    /** What somebody does. */
    public enum Act {
        SEND,
        RECEIVE,
        REPORT,
        REQUEST,
        VOTE,
        RESUBMIT,
        ENDORSE,
        ACCEPT,
        PUBLISH,
        CHORE,
        SUGGEST,
        ANSWER
    }

    /**
     * One deed.
     *
     * @param post who does it
     * @param key under which later lines know what was made
     * @param words said; two texts are parted by |
     */
    public record Line(
            int number,
            double daysAgo,
            String post,
            Act deed,
            String key,
            String subject,
            String words,
            List<String> more) {
        public Line {
            more = List.copyOf(more);
        }

        public Instant at(Instant end) {
            return end.minusSeconds((long) (daysAgo * DAY_s));
        }

        /** The same for the same line: said twice, done once. */
        public String id() {
            return "demo-admission-" + number;
        }

        public String first() {
            return words.contains("|") ? words.substring(0, words.indexOf('|')) : words;
        }

        public String second() {
            return words.substring(words.indexOf('|') + 1);
        }
    }

    /** An absent file is a city in which nothing is asked. */
    public static AdmissionStory read(Path folder) {
        List<Line> lines = new ArrayList<>();
        Sheet.rows(
                folder.resolve("admission.csv"),
                row -> lines.add(new Line(
                        lines.size() + 1,
                        Double.parseDouble(row.get("days_ago")),
                        row.get("post"),
                        Act.valueOf(row.get("deed").toUpperCase(Locale.ROOT)),
                        row.get("key"),
                        row.get("subject"),
                        row.get("words"),
                        row.get("more").isEmpty()
                                ? List.of()
                                : List.of(row.get("more").split(";", -1)))));
        return new AdmissionStory(lines);
    }
}
