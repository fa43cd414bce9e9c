package org.mulin.triage.internal.like;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mulin.triage.HotIssue;
import org.mulin.triage.HotRule;
import org.mulin.triage.HotWords;
import org.mulin.triage.Like;
import org.mulin.triage.Likeness;
import org.mulin.triage.Text;
import org.mulin.triage.Voice;

/**
 * See {@link Likeness}. Many read at once; whoever writes is alone, and writes little at a time, so that nobody who
 * asks has to wait until thousands of messages are gathered.
 */
final class LikeIndex<K> implements Likeness<K> {
    private static final int GATHERED_AT_ONCE = 50;

    private final Library library = new Library();
    private final Gathering gathering = new Gathering(library);
    private final List<K> ids = new ArrayList<>();
    private final Map<K, Integer> messages = new HashMap<>();
    /** Fair: else those who gather would always be first again. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    LikeIndex() {}

    @Override
    public boolean isElsewhere(Voice one, Voice other) {
        return Traits.of(one).names().with(Traits.of(other).names()) == Names.Agreement.DIFFERENT;
    }

    @Override
    public void put(K id, Voice voice) {
        writing(() -> {
            drop(id);
            int message = library.add(voice);
            ids.add(id);
            messages.put(id, message);
            gathering.await(message);
            return message;
        });
    }

    @Override
    public void remove(K id) {
        writing(() -> drop(id));
    }

    private boolean drop(K id) {
        Integer message = messages.remove(id);
        if (message == null) {
            return false;
        }
        gathering.remove(message, entry(message));
        library.remove(message);
        return true;
    }

    @Override
    public int size() {
        return reading(messages::size);
    }

    @Override
    public List<Like<K>> like(Voice draft, Predicate<String> places, Predicate<K> wanted, int limit) {
        return reading(() -> {
            Entry asked = library.draft(draft);
            IntPredicate chosen = message -> wanted.test(ids.get(message));
            return near(asked, draft.place(), library.chosen(places), chosen, SAME_THING, false).stream()
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Like<K>> like(K id, int limit) {
        return reading(() -> {
            Integer message = messages.get(id);
            if (message == null) {
                return List.of();
            }
            Entry asked = entry(message);
            IntPredicate others = other -> other != message;
            List<Like<K>> like =
                    new ArrayList<>(near(asked, library.place(asked), library.chosen(_ -> true), others, 0.1, true));
            like.removeIf(each -> !each.twin() && each.likeness() < SAME_THING);
            like.sort(Comparator.comparing((Like<K> each) -> !each.twin()));
            return like.size() <= limit ? like : like.subList(0, limit);
        });
    }

    /**
     * @param place key of where the asked one is, empty when nobody knows
     * @param again the same words are told, whatever place they name
     */
    private List<Like<K>> near(
            Entry asked, String place, boolean[] chosen, IntPredicate wanted, double least, boolean again) {
        List<Like<K>> like = new ArrayList<>();
        for (Library.Found found : library.near(asked, chosen, wanted, least, Integer.MAX_VALUE)) {
            Entry other = entry(found.message());
            boolean twin = library.closeness.twins(asked, other);
            double trust = Whereabouts.trust(library.naming(asked, other), place, library.place(other));
            if (trust * found.closeness() >= least || twin && again) {
                like.add(new Like<>(ids.get(found.message()), found.closeness(), twin));
            }
        }
        return like;
    }

    @Override
    public List<HotIssue<K>> hot(HotRule rule, Predicate<K> wanted, int limit) {
        boolean more = true;
        while (more) {
            more = writing(() -> gathering.catchUp(GATHERED_AT_ONCE));
        }
        return writing(() -> gathering.bundles().stream()
                .filter(bundle -> bundle.size() >= rule.people_min())
                .map(bundle -> heat(bundle, rule, wanted))
                .filter(heat -> heat.people >= rule.people_min())
                .sorted(Comparator.comparingDouble((Heat heat) -> -heat.score)
                        .thenComparing(heat -> heat.members.getFirst()))
                .limit(limit)
                .map(this::issue)
                .toList());
    }

    /** A bundle, as far as it is wanted; its messages oldest first. */
    private record Heat(Bundle bundle, List<Integer> members, int people, int likes, double score) {}

    private Heat heat(Bundle bundle, HotRule rule, Predicate<K> wanted) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < bundle.size(); i++) {
            if (wanted.test(ids.get(bundle.member(i)))) {
                members.add(bundle.member(i));
            }
        }
        members.sort(Comparator.<Integer>comparingLong(message -> entry(message).at_s())
                .thenComparing(message -> message));
        List<Entry> entries = members.stream().map(this::entry).toList();
        int people = people(entries);
        int likes = entries.stream().mapToInt(Entry::likes).sum();
        return new Heat(bundle, members, people, likes, rule.score(people, members.size(), likes));
    }

    private HotIssue<K> issue(Heat heat) {
        int typical = heat.members.stream()
                .max(Comparator.comparingDouble(message -> heat.bundle.closeness(entry(message))))
                .orElseThrow();
        return new HotIssue<>(
                heat.members.stream().map(ids::get).toList(),
                ids.get(typical),
                at(heat.members.getFirst()),
                at(heat.members.getLast()),
                heat.people,
                heat.likes,
                heat.score);
    }

    @Override
    public HotWords words(List<Text> texts) {
        return reading(() -> SharedWords.of(texts, library.postings));
    }

    private static int people(List<Entry> entries) {
        Set<Integer> known = new HashSet<>();
        int unknown = 0;
        for (Entry entry : entries) {
            if (entry.person() < 0) {
                unknown++;
            } else {
                known.add(entry.person());
            }
        }
        return known.size() + unknown;
    }

    private Instant at(int message) {
        return Instant.ofEpochSecond(entry(message).at_s());
    }

    @Override
    public Optional<List<K>> gathered(K id) {
        return reading(() -> {
            Integer message = messages.get(id);
            Bundle bundle = message == null ? null : gathering.bundle(message);
            if (bundle == null) {
                return Optional.empty();
            }
            List<K> all = new ArrayList<>();
            for (int i = 0; i < bundle.size(); i++) {
                all.add(ids.get(bundle.member(i)));
            }
            return Optional.of(all);
        });
    }

    private Entry entry(int message) {
        return Objects.requireNonNull(library.entry(message));
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
