package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mulin.demo.internal.script.Tale.How;
import org.mulin.demo.internal.script.Tale.Pace;

/** The neighbourhood that the demo tells of, and whom visitors can sign in as: two tables written by hand. */
public record Story(List<Worker> staff, List<Told> appeals) {
    private static final Duration STEP = Duration.ofMinutes(95);
    private static final String MENDED = "再次上门彻底处理，并请诉求人现场确认。";
    /** What nobody judged is closed by the desk; a verdict of "not solved" is mended. */
    private static final Duration LATER = Duration.ofDays(6);

    /** A member of staff on a post of the pack. */
    public record Worker(String username, String name, String post, String title) {}

    /**
     * One appeal and what became of it.
     *
     * @param said the handler's words: result, question, message or ground, as the outcome needs
     * @param answer the resident's words
     */
    public record Told(
            double daysAgo,
            String phone,
            Outcome outcome,
            String place,
            boolean confidential,
            String words,
            String said,
            String answer) {}

    /** How far an appeal has come when the demo begins. */
    public enum Outcome {
        NEW,
        ACCEPTED,
        REPLY,
        ASKED,
        ANSWERED,
        RESOLVED,
        SATISFIED,
        NEUTRAL,
        UNSOLVED,
        DECLINED,
        WITHDRAWN,
        RETURNED
    }

    /** An absent folder is a city without a story. */
    public static Story read(Path folder) {
        return new Story(
                Sheet.rows(
                        folder.resolve("staff.csv"),
                        row -> new Worker(row.get("username"), row.get("name"), row.get("post"), row.get("title"))),
                Sheet.rows(
                        folder.resolve("appeals.csv"),
                        row -> new Told(
                                Double.parseDouble(row.get("days_ago")),
                                row.get("phone"),
                                Outcome.valueOf(row.get("outcome").toUpperCase(Locale.ROOT)),
                                row.get("place"),
                                row.get("confidential").equals("yes"),
                                row.get("words"),
                                row.get("said"),
                                row.get("answer"))));
    }

    /** @return those of the last so many days, in the order of time */
    public List<Tale> tales(Instant end, int days, Script script) {
        List<Tale> tales = new ArrayList<>();
        for (int line = 0; line < appeals.size(); line++) {
            Told told = appeals.get(line);
            if (told.daysAgo() < days) {
                tales.add(tale("demo-story-" + (line + 1), told, end, script));
            }
        }
        tales.sort((one, other) -> one.at().compareTo(other.at()));
        return tales;
    }

    private static Tale tale(String key, Told told, Instant end, Script script) {
        return new Tale(
                key,
                end.minusSeconds((long) (told.daysAgo() * 86_400)),
                Entry.PAGE,
                told.phone(),
                "",
                script.place(told.place()).orElse(null),
                How.POINT,
                told.words(),
                Tale.FIRST_GUESS,
                told.confidential(),
                STEP,
                Pace.STEADY,
                beats(told, script.callback(key.hashCode())));
    }

    private static List<Beat> beats(Told told, String callback) {
        Beat accept = Beat.of(Deed.ACCEPT, STEP, "");
        Beat resolve = Beat.of(Deed.RESOLVE, STEP, told.said());
        Beat close = Beat.of(Deed.CLOSE, LATER, callback);
        return switch (told.outcome()) {
            case NEW -> List.of();
            case ACCEPTED -> List.of(accept);
            case REPLY -> List.of(accept, Beat.of(Deed.REPLY, STEP, told.said()));
            case ASKED -> List.of(accept, Beat.of(Deed.ASK, STEP, told.said()));
            case ANSWERED ->
                List.of(accept, Beat.of(Deed.ASK, STEP, told.said()), Beat.of(Deed.ANSWER, STEP, told.answer()));
            case RESOLVED -> List.of(accept, resolve, close);
            case SATISFIED -> List.of(accept, resolve, judge(5, told));
            case NEUTRAL -> List.of(accept, resolve, judge(3, told));
            case UNSOLVED ->
                List.of(
                        accept,
                        resolve,
                        judge(1, told),
                        accept,
                        Beat.of(Deed.RESOLVE, Duration.ofDays(2), MENDED),
                        close);
            case DECLINED -> List.of(new Beat(Deed.DECLINE, STEP, 0, told.said(), "statutory", 0));
            case WITHDRAWN -> List.of(Beat.of(Deed.WITHDRAW, STEP, told.answer()));
            case RETURNED -> List.of(accept, new Beat(Deed.RETURN, STEP, 0, told.said(), "prop-service", 0));
        };
    }

    private static Beat judge(int mark, Told told) {
        return new Beat(Deed.JUDGE, STEP, 0, told.answer(), "", mark);
    }
}
