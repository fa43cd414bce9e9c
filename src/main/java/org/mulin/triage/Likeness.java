package org.mulin.triage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * 相似: an index of messages, in memory, that finds what is like a message and gathers what is about one thing. It keeps
 * pairs of letters and no texts; ids are opaque. Never fails, whatever a text holds; safe for all threads.
 */
public interface Likeness<K> {
    /** From here on two messages are likely about the same thing. */
    double SAME_THING = 0.2;

    /** Whether both name places and none in common: then they are about two things, whatever else they say. */
    boolean isElsewhere(Voice one, Voice other);

    /** Replaces what was known by this id. */
    void put(K id, Voice voice);

    void remove(K id);

    int size();

    /**
     * The likest first, as far as they are likely about the same thing.
     *
     * @param places which areas, by key, are looked into
     * @param wanted which messages are looked at
     */
    List<Like<K>> like(Voice draft, Predicate<String> places, Predicate<K> wanted, int limit);

    /** Everything that is like a message of the index, but for itself; twins first. */
    List<Like<K>> like(K id, int limit);

    /**
     * What is hot, the hottest first. What has come since the last question is gathered first.
     *
     * @param wanted which of the messages are counted
     * @param limit how many issues at most
     */
    List<HotIssue<K>> hot(HotRule rule, Predicate<K> wanted, int limit);

    /** What most of these messages wrote that others did not. Reads the beginning of a few of them. */
    HotWords words(List<Text> texts);

    /** Which messages are gathered with this one, itself among them; empty when there are none. */
    Optional<List<K>> gathered(K id);

    /** An empty one of this program. */
    @SuppressWarnings("unchecked")
    static <K> Likeness<K> empty() {
        Class<?> known = ClassUtils.resolveClassName(
                "org.mulin.triage.internal.like.LikeIndex", Likeness.class.getClassLoader());
        return (Likeness<K>) BeanUtils.instantiateClass(known);
    }
}
