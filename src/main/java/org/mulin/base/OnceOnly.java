package org.mulin.base;

import java.util.function.Supplier;

/** Makes a write safe to repeat: the caller's key, the write and its answer are one transaction. */
public interface OnceOnly {
    /**
     * Runs the write in one transaction, unless this actor has used this key before: then nothing is written and the
     * first answer comes back. A second request that arrives while the first still runs waits for it.
     *
     * @param key 8 to 100 characters chosen by the caller
     * @throws Malformed when the key has another length
     */
    <T> T run(Actor actor, String key, Class<T> type, Supplier<T> write);
}
