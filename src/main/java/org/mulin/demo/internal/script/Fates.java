package org.mulin.demo.internal.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of an appeal, step by step; the shares are those of a city that answers 98 of 100 in time. */
final class Fates {
    /** Of a hundred verdicts. */
    private static final int[] MARKS = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3};

    /** The matter that a unit names when it gives a ticket back. */
    static final String RIGHT_INSTEAD = "prop-facility";

    private static final int JUDGED_PERCENT = 68;
    private static final int LATE_PERCENT = 2;

    /** @param percent of all, given in hundredths */
    enum Fate {
        SETTLED(8_330),
        REPLIED(600),
        ASKED(350),
        UNSOLVED(250),
        RETURNED(120),
        TRANSFERRED(120),
        REOPENED(80),
        WITHDRAWN(150);

        static final int ALL = 10_000;
        private final int share;

        Fate(int share) {
            this.share = share;
        }

        static Fate drawn(RandomGenerator random) {
            int at = random.nextInt(ALL);
            for (Fate fate : values()) {
                at -= fate.share;
                if (at < 0) {
                    return fate;
                }
            }
            throw new IllegalStateException("the shares are not a whole");
        }

        /** Needs an author who comes back by himself. */
        boolean needsAuthor() {
            return this == ASKED || this == UNSOLVED || this == REOPENED || this == WITHDRAWN;
        }
    }

    private final Phrasebook book;

    Fates(Phrasebook book) {
        this.book = book;
    }

    List<Beat> beats(Fate fate, String matter, boolean author, boolean urgent, RandomGenerator random) {
        List<Beat> beats = new ArrayList<>();
        if (fate == Fate.WITHDRAWN) {
            return List.of(Beat.of(Deed.WITHDRAW, minutes(40, 900, random), book.any("withdraw", random)));
        }
        beats.add(accept(urgent, random));
        switch (fate) {
            case REPLIED -> beats.add(Beat.of(Deed.REPLY, minutes(30, 300, random), book.any("reply", random)));
            case ASKED -> {
                beats.add(Beat.of(Deed.ASK, minutes(25, 240, random), book.any("question", random)));
                beats.add(Beat.of(Deed.ANSWER, minutes(30, 7_000, random), book.any("answer", random)));
            }
            case RETURNED -> {
                Duration looked = minutes(60, 400, random);
                beats.add(new Beat(Deed.RETURN, looked, 0, book.any("return", random), RIGHT_INSTEAD, 0));
                beats.add(accept(urgent, random));
            }
            case TRANSFERRED -> {
                beats.add(Beat.of(Deed.TRANSFER, minutes(60, 500, random), book.any("transfer", random)));
                beats.add(accept(urgent, random));
            }
            default -> {}
        }
        beats.add(resolve(matter, random));
        boolean judged = author && random.nextInt(100) < JUDGED_PERCENT;
        if (fate == Fate.UNSOLVED) {
            beats.add(judge(random.nextInt(3) == 0 ? 2 : 1, random));
            beats.add(accept(true, random));
            beats.add(resolve(matter, random));
            beats.add(judge(random.nextInt(3) == 0 ? 3 : 4, random));
        } else if (judged) {
            beats.add(judge(MARKS[random.nextInt(MARKS.length)], random));
        } else {
            beats.add(close(author, random));
        }
        if (fate == Fate.REOPENED) {
            beats.add(Beat.of(Deed.REOPEN, minutes(1_500, 8_000, random), book.any("reopen", random)));
            beats.add(accept(true, random));
            beats.add(resolve(matter, random));
            beats.add(close(true, random));
        }
        return beats;
    }

    /** By the grid worker, before anybody else heard of it. */
    List<Beat> settled(String matter, RandomGenerator random) {
        return List.of(Beat.of(Deed.SETTLE, Duration.ZERO, book.result(matter, random)));
    }

    /** Taken up, if at all, and then forgotten. */
    List<Beat> neglected(RandomGenerator random) {
        return random.nextInt(3) == 0 ? List.of() : List.of(accept(false, random));
    }

    List<Beat> declined(String reason, RandomGenerator random) {
        String words = book.any("declined", reason, random);
        return List.of(new Beat(Deed.DECLINE, minutes(20, 200, random), 0, words, reason, 0));
    }

    private Beat accept(boolean urgent, RandomGenerator random) {
        return Beat.of(Deed.ACCEPT, urgent ? minutes(16, 40, random) : minutes(16, 200, random), "");
    }

    private Beat resolve(String matter, RandomGenerator random) {
        boolean late = random.nextInt(100) < LATE_PERCENT;
        double share = late ? 1.05 + random.nextDouble() / 2 : 0.2 + random.nextDouble() * 0.6;
        return new Beat(Deed.RESOLVE, Duration.ofMinutes(20), share, book.result(matter, random), "", 0);
    }

    private Beat judge(int mark, RandomGenerator random) {
        return new Beat(Deed.JUDGE, minutes(60, 2_400, random), 0, book.any("verdict" + mark, random), "", mark);
    }

    private Beat close(boolean author, RandomGenerator random) {
        Duration called = author ? minutes(2_880, 6_000, random) : minutes(400, 2_500, random);
        return Beat.of(Deed.CLOSE, called, book.any("callback", random));
    }

    static Duration minutes(int from, int to, RandomGenerator random) {
        return Duration.ofMinutes(random.nextInt(from, to));
    }
}
