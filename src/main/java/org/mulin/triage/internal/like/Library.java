package org.mulin.triage.internal.like;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Voice;

/** All messages, numbered in the order they came; a number is never used again. */
final class Library {
    /** Among so few each is compared; more are searched by what is rare about the message. */
    static final int COMPARED_MAX = 3_000;
    /** Entries of lists that one search reads at most, the rarest grams' first. */
    private static final int READ_MAX = 60_000;

    private static final int CANDIDATES_MAX = 64;

    final Postings postings = new Postings();
    final Closeness closeness = new Closeness(postings);
    private final List<@Nullable Entry> entries = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> placeKeys = new ArrayList<>();
    private final List<int[]> byPlace = new ArrayList<>();
    private final Map<String, Integer> people = new HashMap<>();

    /** @param closeness 0 to 1 */
    record Found(int message, double closeness) {}

    /** How many numbers have been given. */
    int size() {
        return entries.size();
    }

    /** Null when it was removed. */
    @Nullable
    Entry entry(int message) {
        return entries.get(message);
    }

    String place(Entry entry) {
        return placeKeys.get(entry.place());
    }

    /** What both name; whoever says the other's name anywhere is there too. */
    Names.Agreement naming(Entry one, Entry other) {
        Names.Agreement agreement = one.names().with(other.names());
        return agreement == Names.Agreement.DIFFERENT
                        && (saysOneOf(one, other.names()) || saysOneOf(other, one.names()))
                ? Names.Agreement.SAME
                : agreement;
    }

    private boolean saysOneOf(Entry entry, Names names) {
        return names.of(PlaceLevel.SITE).length > 0
                && Arrays.stream(names.of(PlaceLevel.SITE)).anyMatch(name -> says(entry, name));
    }

    /** Whether the two letters that a name is known by stand in the message, as far as its letters are kept. */
    boolean says(Entry entry, int name) {
        int number = postings.number(name);
        if (number < 0) {
            return false;
        }
        int at = Arrays.binarySearch(entry.grams(), number << Entry.COUNT_BITS);
        int next = at < 0 ? -at - 1 : at;
        return next < entry.grams().length && Entry.number(entry.grams()[next]) == number;
    }

    int add(Voice voice) {
        Traits traits = Traits.of(voice);
        int[] grams = new int[traits.grams().length + (traits.subject() == 0 ? 0 : 1)];
        for (int i = 0; i < traits.grams().length; i++) {
            grams[i] = postings.add(traits.grams()[i]) << Entry.COUNT_BITS | traits.counts()[i];
        }
        int subject = traits.subject() == 0 ? -1 : postings.add(traits.subject());
        if (subject >= 0) {
            grams[grams.length - 1] = subject << Entry.COUNT_BITS | 1;
        }
        Arrays.sort(grams);
        int message = entries.size();
        int place = place(voice.place());
        int person = voice.person().isEmpty() ? -1 : people.computeIfAbsent(voice.person(), _ -> people.size());
        long at_s = voice.at().getEpochSecond();
        Entry entry =
                new Entry(grams, 0, subject, traits.horizon(), traits.names(), place, person, voice.likes(), at_s);
        entries.add(entry);
        byPlace.set(place, appended(byPlace.get(place), message));
        postings.put(entry, message);
        return message;
    }

    private int place(String key) {
        return places.computeIfAbsent(key, _ -> {
            placeKeys.add(key);
            byPlace.add(new int[] {0});
            return placeKeys.size() - 1;
        });
    }

    /** A message that is only asked about. */
    Entry draft(Voice voice) {
        Traits traits = Traits.of(voice);
        int[] grams = new int[traits.grams().length + 1];
        int known = 0;
        float unknown = 0;
        for (int i = 0; i < traits.grams().length; i++) {
            int number = postings.number(traits.grams()[i]);
            if (number < 0) {
                float weight = Entry.weight(traits.counts()[i]);
                unknown += weight * weight;
            } else {
                grams[known++] = number << Entry.COUNT_BITS | traits.counts()[i];
            }
        }
        int subject = traits.subject() == 0 ? -1 : postings.number(traits.subject());
        if (subject >= 0) {
            grams[known++] = subject << Entry.COUNT_BITS | 1;
        }
        int[] kept = Arrays.copyOf(grams, known);
        Arrays.sort(kept);
        long at_s = voice.at().getEpochSecond();
        return new Entry(kept, unknown, subject, traits.horizon(), traits.names(), -1, -1, 0, at_s);
    }

    void remove(int message) {
        Entry entry = entries.get(message);
        if (entry != null) {
            postings.remove(entry);
            entries.set(message, null);
        }
    }

    /** Which places, by number. */
    boolean[] chosen(Predicate<String> wanted) {
        boolean[] chosen = new boolean[placeKeys.size()];
        for (int place = 0; place < chosen.length; place++) {
            chosen[place] = wanted.test(placeKeys.get(place));
        }
        return chosen;
    }

    /** The closest first, none below {@code least}. */
    List<Found> near(Entry asked, boolean[] chosen, IntPredicate wanted, double least, int limit) {
        return nearest(asked, candidates(asked, chosen, wanted), least, limit);
    }

    private List<Found> nearest(Entry asked, int[] candidates, double least, int limit) {
        double length = closeness.length(asked);
        List<Found> found = new ArrayList<>();
        for (int message : candidates) {
            Entry entry = entries.get(message);
            double cosine = entry == null ? 0 : closeness.cosine(asked, length, entry);
            if (cosine >= least) {
                found.add(new Found(message, cosine));
            }
        }
        found.sort((one, other) -> one.closeness == other.closeness
                ? Integer.compare(one.message, other.message)
                : Double.compare(other.closeness, one.closeness));
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    /** As {@link #near}, wherever they are, among those that share something rare. */
    List<Found> nearAnywhere(Entry asked, IntPredicate wanted, double least, int limit) {
        return nearest(asked, byRareGrams(asked, null, wanted), least, limit);
    }

    private int[] candidates(Entry asked, boolean[] chosen, IntPredicate wanted) {
        int inside = 0;
        for (int place = 0; place < chosen.length && inside <= COMPARED_MAX; place++) {
            inside += chosen[place] ? byPlace.get(place)[0] : 0;
        }
        return inside <= COMPARED_MAX ? inside(chosen, wanted, inside) : byRareGrams(asked, chosen, wanted);
    }

    private int[] inside(boolean[] chosen, IntPredicate wanted, int atMost) {
        int[] all = new int[atMost];
        int size = 0;
        for (int place = 0; place < chosen.length; place++) {
            int[] list = byPlace.get(place);
            for (int i = 1; chosen[place] && i <= list[0]; i++) {
                if (entries.get(list[i]) != null && wanted.test(list[i])) {
                    all[size++] = list[i];
                }
            }
        }
        return Arrays.copyOf(all, size);
    }

    private int[] byRareGrams(Entry asked, boolean @Nullable [] chosen, IntPredicate wanted) {
        long[] byFrequency = new long[asked.grams().length];
        for (int i = 0; i < byFrequency.length; i++) {
            int gram = asked.grams()[i];
            byFrequency[i] = (long) postings.messages(Entry.number(gram)) << 32 | gram;
        }
        Arrays.sort(byFrequency);
        Tally tally = new Tally();
        int read = 0;
        for (long each : byFrequency) {
            int gram = (int) each;
            int number = Entry.number(gram);
            int[] list = postings.list(number);
            int length = postings.length(number);
            double rarity = postings.rarity(number);
            float weight = (float) (Entry.weight(gram) * rarity * rarity);
            // of a gram that fills the rest of what may be read, the newest messages are read
            int from = Math.max(0, length - (READ_MAX - read));
            for (int i = from; i < length; i++) {
                Entry entry = entries.get(list[i]);
                if (entry != null && (chosen == null || chosen[entry.place()]) && wanted.test(list[i])) {
                    tally.add(list[i], weight);
                }
            }
            read += length - from;
            if (read >= READ_MAX) {
                break;
            }
        }
        return tally.largest(CANDIDATES_MAX);
    }

    /** The first place holds the length. */
    private static int[] appended(int[] list, int message) {
        int length = list[0] + 1;
        int[] longer = length < list.length ? list : Arrays.copyOf(list, length + 1 + length / 2);
        longer[length] = message;
        longer[0] = length;
        return longer;
    }
}
