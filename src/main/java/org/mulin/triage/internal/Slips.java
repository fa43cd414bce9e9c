package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mulin.triage.internal.Gazetteer.Meaning;

/**
 * Names as people mistype them: letters that sound alike (云西里 for 云栖里), and in longer names one letter wrong, missing,
 * too many, or two swapped. All of it is looked up by sound. A name found so is never as certain as one written right,
 * and one that may be several names means all of them.
 */
final class Slips {
    static final float BY_SOUND = 0.8f;
    static final float BY_LETTER = 0.65f;

    /** Shorter names sound like too much else. */
    private static final int CHARS_MIN = 3;
    /** In shorter ones another letter makes another name. */
    private static final int STEM_CHARS_MIN = 3;

    private static final char GAP = '?';

    /**
     * A stretch of the text, and what it may have been meant to say.
     *
     * @param vague believed only where another name says the same
     */
    record Found(int from, int to, List<Meaning> meanings, boolean vague) {}

    private record Named(String form, Meaning meaning, boolean isShort) {}

    private final Map<String, List<Named>> whole = new HashMap<>();
    private final Map<String, List<Named>> lacking = new HashMap<>();
    private final Map<String, List<Named>> gapped = new HashMap<>();
    private final Framing framing = new Framing();
    private int charsMost;

    /** @param stem the form without its kind of place (社区, 小区, …) */
    void add(String form, String stem, Meaning meaning) {
        if (form.length() < CHARS_MIN) {
            return;
        }
        charsMost = Math.max(charsMost, form.length() + 1);
        Named named = new Named(form, meaning, stem.length() < STEM_CHARS_MIN);
        String sound = Sounds.of(form);
        framing.add(sound);
        put(whole, sound, named);
        for (int at = 0; at < stem.length() && form.length() > CHARS_MIN; at++) {
            put(lacking, without(sound, at), named);
            if (!named.isShort()) {
                put(gapped, gap(sound, at), named);
            }
        }
    }

    private static void put(Map<String, List<Named>> names, String key, Named named) {
        List<Named> known = names.computeIfAbsent(key, ignored -> new ArrayList<>(1));
        if (known.stream().noneMatch(one -> one.meaning().equals(named.meaning()))) {
            known.add(named);
        }
    }

    /**
     * Those that stand where a place would be named; of overlapping ones the surest, then the longest. A blank inside a
     * name does no harm.
     *
     * @param taken by index of the text, what names something for certain
     */
    List<Found> find(Plain plain, boolean[] taken) {
        Written written = Written.of(plain);
        boolean[] closes = new boolean[plain.length() + 1];
        for (int to = 0; to <= plain.length(); to++) {
            closes[to] = ShortNames.closesPlace(plain, to);
        }
        List<Found> found = new ArrayList<>();
        for (int first = 0; first < written.size(); first++) {
            int from = written.at(first);
            boolean begins = ShortNames.opensPlace(plain, from) || (from > 0 && taken[from - 1]);
            int most = Math.min(written.size(), first + charsMost);
            for (int last = first; last < most && !taken[written.at(last)]; last++) {
                if (last - first + 1 >= CHARS_MIN && framing.mayHold(written.sounds(), first, last + 1)) {
                    look(written.part(first, last + 1), begins, closes[written.at(last) + 1], found);
                }
            }
        }
        return surest(found);
    }

    private void look(Part part, boolean begins, boolean ends, List<Found> found) {
        List<Named> alike = whole.getOrDefault(part.sound(), List.of());
        if (!alike.isEmpty()) {
            List<Named> written = only(alike, named -> named.form().equals(part.letters()));
            boolean saysPlace = part.letters().length() > CHARS_MIN && Gazetteer.endsAsPlace(part.letters());
            boolean vague = !begins && !ends && !saysPlace;
            found.add(written.isEmpty() ? found(part, alike, BY_SOUND, vague) : found(part, written, 1, false));
        } else if (!part.isBroken() && (begins || ends || Gazetteer.endsAsPlace(part.letters()))) {
            List<Named> near = near(part.sound());
            List<Named> nearest = only(near, named -> isOneLetterOff(part.letters(), named.form()));
            if (!near.isEmpty()) {
                found.add(found(part, nearest.isEmpty() ? near : nearest, BY_LETTER, true));
            }
        }
    }

    /** A text without its blanks. */
    private record Written(String letters, String sounds, int[] origins) {
        static Written of(Plain plain) {
            int[] origins = IntStream.range(0, plain.length())
                    .filter(at -> plain.at(at) != Plain.BLANK)
                    .toArray();
            String letters = plain.toString().replace(String.valueOf(Plain.BLANK), "");
            return new Written(letters, Sounds.of(letters), origins);
        }

        int size() {
            return origins.length;
        }

        int at(int index) {
            return origins[index];
        }

        Part part(int first, int end) {
            return new Part(
                    letters.substring(first, end), sounds.substring(first, end), origins[first], origins[end - 1] + 1);
        }
    }

    /** @param from index of its first letter in the text, @param to index after its last */
    private record Part(String letters, String sound, int from, int to) {
        boolean isBroken() {
            return to - from > letters.length();
        }
    }

    private static List<Named> only(List<Named> names, Predicate<Named> which) {
        return names.isEmpty() ? names : names.stream().filter(which).toList();
    }

    /** Whether the name stands there but for one letter, its others not only sounding right. */
    private static boolean isOneLetterOff(String typed, String form) {
        int shorter = Math.min(typed.length(), form.length());
        int same = 0;
        while (same < shorter && typed.charAt(same) == form.charAt(same)) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < shorter - same
                && typed.charAt(typed.length() - 1 - sameEnd) == form.charAt(form.length() - 1 - sameEnd)) {
            sameEnd++;
        }
        return Math.max(typed.length(), form.length()) - same - sameEnd <= 1;
    }

    private List<Named> near(String sound) {
        List<Named> near = new ArrayList<>(lacking.getOrDefault(sound, List.of()));
        for (int at = 0; at < sound.length() && sound.length() > CHARS_MIN; at++) {
            near.addAll(gapped.getOrDefault(gap(sound, at), List.of()));
            if (at > 0) {
                near.addAll(longEnough(swapped(sound, at)));
            }
            if (at > 0 && at < sound.length() - 1) {
                near.addAll(longEnough(without(sound, at)));
            }
        }
        return near;
    }

    private List<Named> longEnough(String sound) {
        return sound.length() > CHARS_MIN
                ? only(whole.getOrDefault(sound, List.of()), named -> !named.isShort())
                : List.of();
    }

    private static Found found(Part part, List<Named> names, float sureness, boolean vague) {
        Map<Integer, Meaning> byNode = new HashMap<>();
        for (Named named : names) {
            Meaning meaning = named.meaning();
            byNode.putIfAbsent(
                    meaning.node(), new Meaning(meaning.node(), meaning.strength() * sureness, meaning.placeName()));
        }
        return new Found(part.from(), part.to(), List.copyOf(byNode.values()), vague);
    }

    private static List<Found> surest(List<Found> all) {
        List<Found> kept = new ArrayList<>();
        BitSet occupied = new BitSet();
        all.stream()
                .sorted(Comparator.comparing(Slips::strength)
                        .thenComparing(one -> one.to() - one.from())
                        .reversed())
                .forEach(one -> {
                    int next = occupied.nextSetBit(one.from());
                    if (next < 0 || next >= one.to()) {
                        occupied.set(one.from(), one.to());
                        kept.add(one);
                    }
                });
        return kept;
    }

    private static float strength(Found found) {
        return found.meanings().getFirst().strength();
    }

    private static String without(String sound, int at) {
        return sound.substring(0, at) + sound.substring(at + 1);
    }

    private static String gap(String sound, int at) {
        return sound.substring(0, at) + GAP + sound.substring(at + 1);
    }

    private static String swapped(String sound, int at) {
        return sound.substring(0, at - 1) + sound.charAt(at) + sound.charAt(at - 1) + sound.substring(at + 1);
    }
}
