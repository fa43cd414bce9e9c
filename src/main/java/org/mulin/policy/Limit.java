package org.mulin.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mulin.base.Said;

/** A time limit as duty lists write it: {@code 2h} 紧急工作时, {@code 5wh} 工作时, {@code 3wd} 工作日, {@code 7d} 自然日. */
public record Limit(int amount, LimitUnit unit) {
    /** Bounds the walk over a calendar; no legal limit is longer. */
    public static final int AMOUNT_MAX = 999;

    private static final Pattern GRAMMAR = Pattern.compile("([1-9][0-9]{0,2})(h|wh|wd|d)");

    public Limit {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + AMOUNT_MAX + ", not " + amount);
        }
    }

    /** Empty when the text is not a limit. */
    public static Optional<Limit> read(String text) {
        Matcher match = GRAMMAR.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(match.group(1));
        for (LimitUnit unit : LimitUnit.values()) {
            if (unit.suffix().equals(match.group(2))) {
                return Optional.of(new Limit(amount, unit));
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when the text is not a limit */
    public static Limit of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("not a limit: " + text));
    }

    /** For people, in their language. */
    public Said said() {
        return Said.of("limit", this);
    }

    /** As a pack writes it. */
    @Override
    public String toString() {
        return amount + unit.suffix();
    }
}
