package org.mulin.triage.internal.like;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers messages that are about one thing, one after another in the order of their time: each joins the bundle whose
 * average it is closest to, if close enough and soon enough after its other messages, unless it names another place.
 * Bundles that turn out to be about one thing become one. See {@link Whereabouts}.
 */
final class Gathering {
    /** How close a message must be to join. */
    static final double JOIN = 0.22;
    /** How close the averages of two bundles must be to become one. */
    static final double MERGE = 0.45;
    /** The same where most of both name the same place. */
    static final double MERGE_SAME_PLACE = 0.35;
    /** Whoever is farther from the closest of the messages is not looked at. */
    private static final double LOOK = 0.08;

    private static final int NEIGHBOURS_MAX = 40;
    /** After so long without a word the same thing is a new issue. */
    private static final long SILENCE_MAX_s = 120L * 24 * 3600;

    private final Library library;
    private @Nullable Bundle[] bundleOf = new Bundle[1 << 10];
    private final List<Integer> waiting = new ArrayList<>();
    /** Those that are being gathered now, in the order of their time, and how far that has come. */
    private List<Integer> come = List.of();

    private int done;
    private boolean settles;

    Gathering(Library library) {
        this.library = library;
    }

    void await(int message) {
        waiting.add(message);
    }

    void remove(int message, Entry entry) {
        waiting.remove((Integer) message);
        Bundle bundle = bundle(message);
        if (bundle != null) {
            bundle.remove(message, entry);
            bundleOf[message] = null;
        }
    }

    /**
     * Goes on with those that have come since the last time. When they are many, all are looked at once more.
     *
     * @param most messages that are looked at now
     * @return whether some are left
     */
    boolean catchUp(int most) {
        for (int looked = 0; looked < most; looked++) {
            if (done == come.size() * (settles ? 2 : 1)) {
                begin();
            }
            if (come.isEmpty()) {
                return false;
            }
            if (done < come.size()) {
                place(come.get(done));
            } else {
                settle(come.get(done - come.size()));
            }
            done++;
        }
        return true;
    }

    private void begin() {
        come = new ArrayList<>(waiting);
        come.sort((one, other) -> Long.compare(at(one), at(other)));
        waiting.clear();
        settles = come.size() * 4 > library.size();
        done = 0;
    }

    @Nullable
    Bundle bundle(int message) {
        return message < bundleOf.length ? bundleOf[message] : null;
    }

    /** Each once, in the order of their first messages. */
    List<Bundle> bundles() {
        Map<Bundle, Boolean> seen = new LinkedHashMap<>();
        for (Bundle bundle : bundleOf) {
            if (bundle != null) {
                seen.put(bundle, true);
            }
        }
        return new ArrayList<>(seen.keySet());
    }

    /** What stood alone when it came may have found company since, and what was taken for like is not any more. */
    private void settle(int message) {
        Entry entry = library.entry(message);
        Bundle bundle = bundle(message);
        if (entry != null && bundle != null) {
            bundle.remove(message, entry);
            bundleOf[message] = null;
            place(message);
        }
    }

    private long at(int message) {
        Entry entry = library.entry(message);
        return entry == null ? Long.MIN_VALUE : entry.at_s();
    }

    private void place(int message) {
        Entry entry = library.entry(message);
        if (entry == null) {
            return;
        }
        if (message >= bundleOf.length) {
            bundleOf = Arrays.copyOf(bundleOf, Math.max(message + 1, bundleOf.length * 2));
        }
        List<Bundle> near = near(message, entry);
        Bundle best = null;
        double most = JOIN;
        for (Bundle bundle : near) {
            double closeness = bundle.closeness(entry) * trust(entry, bundle);
            if (closeness >= most) {
                best = bundle;
                most = closeness;
            }
        }
        Bundle joined = best == null ? new Bundle(library) : best;
        joined.add(message, entry);
        bundleOf[message] = joined;
        for (Bundle bundle : near) {
            if (bundle != joined && best != null && bundle.size() > 0 && isSame(bundle, joined)) {
                joined = merged(joined, bundle);
            }
        }
    }

    private static boolean isSame(Bundle one, Bundle other) {
        return switch (one.naming(other)) {
            case SAME -> one.closeness(other) >= MERGE_SAME_PLACE;
            case UNKNOWN -> one.closeness(other) >= MERGE;
            case DIFFERENT -> false;
        };
    }

    private List<Bundle> near(int message, Entry entry) {
        List<Bundle> near = new ArrayList<>();
        for (Library.Found found :
                library.nearAnywhere(entry, other -> other != message && bundle(other) != null, LOOK, NEIGHBOURS_MAX)) {
            Bundle bundle = bundle(found.message());
            if (bundle != null && !near.contains(bundle) && bundle.gap_s(entry.at_s()) <= SILENCE_MAX_s) {
                near.add(bundle);
            }
        }
        return near;
    }

    /** The smaller one goes into the larger one, of equals the later one. */
    private Bundle merged(Bundle one, Bundle other) {
        boolean keepOne = one.size() == other.size() ? one.first_s() <= other.first_s() : one.size() > other.size();
        Bundle kept = keepOne ? one : other;
        Bundle given = keepOne ? other : one;
        for (int i = 0; i < given.size(); i++) {
            int message = given.member(i);
            Entry entry = library.entry(message);
            if (entry != null) {
                kept.add(message, entry);
                bundleOf[message] = kept;
            }
        }
        return kept;
    }

    /** How far the places let the message be about what the bundle is about; its first one's place stands for all. */
    private double trust(Entry entry, Bundle bundle) {
        Entry first = library.entry(bundle.member(0));
        return Whereabouts.trust(bundle.naming(entry), library.place(entry), first == null ? "" : library.place(first));
    }
}
