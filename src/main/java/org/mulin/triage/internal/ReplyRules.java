package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mulin.triage.ReplyKind;
import org.mulin.triage.ReplyPrint;
import org.mulin.triage.ReplyReader;
import org.mulin.triage.ReplyReading;
import org.springframework.stereotype.Component;

/**
 * Tells replies apart by what their clauses report: acts done, things to come, reasons. What is promised counts by its
 * share of the reply, and only where an act was asked for; whoever asks for knowledge is answered by plans.
 */
@Component
class ReplyRules implements ReplyReader {
    /** Clauses of a reply that are read; who writes more has said it by then. */
    private static final int CLAUSES_MAX = 400;

    private static final double SMALL_ACT = 0.5;
    private static final double GENERAL = 0.4;
    /** Acts weigh from this share of the clauses on … */
    private static final double ACTS_FROM = 0.05;
    /** … while no more than so many times as much is to come. */
    private static final double TO_COME_PER_ACT_MAX = 3;

    private static final double ACTS_ASKED_FOR_KNOWLEDGE_FROM = 0.15;
    private static final double TO_COME_FROM = 0.18;
    private static final double TO_COME_ASKED_FOR_KNOWLEDGE_FROM = 0.6;
    /** What is to come is the core while it outweighs this share of the reasons. */
    private static final double TO_COME_PER_REASON = 0.4;

    private static final int FORWARDING_CLAUSES_MAX = 5;

    /** What stands between marks names papers and repeats the question; only orders stay. */
    private static final Pattern MARKED = Pattern.compile("[“\"‘'【《〈]([^”\"’'】》〉]{0,40})[”\"’'】》〉]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern SENTENCES = Pattern.compile("[。；！？!?;]");
    private static final Pattern CLAUSES = Pattern.compile("[，,、：:]");
    private static final Pattern NOT_CHINESE = Pattern.compile("[^\\x{4e00}-\\x{9fff}]");
    private static final Pattern DATE_LEFT = Pattern.compile("年?月?日?");
    private static final int COURTESY_CHARS_MAX = 23;

    /** What its clauses report. */
    private static final class Told {
        private double acts;
        private double smallActs;
        private double toCome;
        private int reasons;
        private int clauses;
        private final List<String> done = new ArrayList<>();
        private final List<String> coming = new ArrayList<>();

        double weighedActs() {
            return acts + SMALL_ACT * smallActs;
        }

        double share(double of) {
            return of / Math.max(1, clauses);
        }
    }

    @Override
    public ReplyReading read(String asked, String reply) {
        String words = plain(reply);
        Told told = told(words);
        boolean knowledge = ReplySign.QUESTION.isIn(asked);
        boolean forwarding = told.clauses <= FORWARDING_CLAUSES_MAX
                && told.reasons == 0
                && ReplySign.FORWARDED.isIn(words)
                && !words.contains("以便");
        if (reportsAct(told, knowledge)) {
            return reading(ReplyKind.RESULT, told.done, false);
        }
        if (forwarding || promises(told, knowledge)) {
            return reading(ReplyKind.PROMISE, told.coming, forwarding && told.toCome == 0);
        }
        return reading(ReplyKind.EXPLANATION, List.of(), false);
    }

    private static boolean reportsAct(Told told, boolean knowledge) {
        if (knowledge) {
            return told.acts >= 2 && told.share(told.acts) >= ACTS_ASKED_FOR_KNOWLEDGE_FROM;
        }
        double acts = told.weighedActs();
        return acts >= 1 && told.share(acts) >= ACTS_FROM && told.toCome <= TO_COME_PER_ACT_MAX * acts;
    }

    private static boolean promises(Told told, boolean knowledge) {
        double from = knowledge ? TO_COME_ASKED_FOR_KNOWLEDGE_FROM : TO_COME_FROM;
        return told.toCome > 0 && told.share(told.toCome) >= from && told.toCome >= TO_COME_PER_REASON * told.reasons;
    }

    private static ReplyReading reading(ReplyKind kind, List<String> telling, boolean forwarding) {
        return new ReplyReading(
                kind, telling.stream().limit(ReplyReading.TELLING_MAX).toList(), forwarding);
    }

    private static Told told(String words) {
        Told told = new Told();
        for (String sentence : SENTENCES.split(ReplySign.ABOUT.removedFrom(words))) {
            boolean coming = false;
            boolean done = false;
            for (String clause : CLAUSES.split(sentence)) {
                if (saysNothing(clause) || told.clauses == CLAUSES_MAX) {
                    continue;
                }
                told.clauses++;
                boolean clauseComing = ReplySign.TO_COME.isIn(clause);
                coming |= clauseComing;
                done |= ReplySign.DONE.isIn(clause);
                count(told, clause, done && !coming, clauseComing);
            }
        }
        return told;
    }

    /** @param done it is said of what has happened, and nothing in the sentence before it is to come */
    private static void count(Told told, String clause, boolean done, boolean coming) {
        if (ReplySign.NOT_SO.isIn(clause)) {
            told.reasons++;
        } else if (done && ReplySign.ACT.isIn(clause)) {
            told.acts++;
            told.done.add(clause);
        } else if (done && ReplySign.SMALL_ACT.isIn(clause)) {
            told.smallActs++;
            told.done.add(clause);
        } else if (coming) {
            told.toCome += ReplySign.GENERAL.isIn(clause) ? GENERAL : 1;
            told.coming.add(clause);
        } else if (ReplySign.REASON.isIn(clause)) {
            told.reasons++;
        }
    }

    private static boolean saysNothing(String clause) {
        return clause.length() < 2
                || ReplySign.TAIL.isAllOf(clause)
                || (clause.length() <= COURTESY_CHARS_MAX && ReplySign.COURTESY.isIn(clause));
    }

    @Override
    public ReplyPrint print(String reply) {
        StringBuilder core = new StringBuilder();
        for (String sentence : SENTENCES.split(plain(reply))) {
            for (String clause : CLAUSES.split(sentence)) {
                String letters = NOT_CHINESE.matcher(clause).replaceAll("");
                if (!ReplySign.COURTESY.isIn(clause)
                        && !DATE_LEFT.matcher(letters).matches()) {
                    core.append(letters);
                }
            }
        }
        int[] pairs = new int[Math.max(0, core.length() - 1)];
        for (int at = 0; at < pairs.length; at++) {
            pairs[at] = core.charAt(at) << Character.SIZE | core.charAt(at + 1);
        }
        return new ReplyPrint(pairs);
    }

    private static String plain(String reply) {
        String unmarked = MARKED.matcher(reply).replaceAll(marked -> {
            String words = BLANKS.matcher(marked.group(1)).replaceAll("");
            return ReplySign.ORDER.isAllOf(words) ? Matcher.quoteReplacement(words) : "";
        });
        return BLANKS.matcher(unmarked).replaceAll("");
    }
}
