package org.mulin.base;

import java.util.function.Consumer;

/**
 * 节点间信号: short words between the nodes of one city, for live screens. A signal may be lost (a node restarts, a
 * connection breaks), so a receiver treats it as "look again", never as the news itself. Do not send inside a
 * transaction that writes: the database queues such transactions one behind another.
 */
public interface Signals {
    /** Longest payload, in bytes of UTF-8. */
    int PAYLOAD_MAX_BYTES = 7_000;

    /**
     * Tells every node, this one too.
     *
     * @param topic lower case, such as {@code inbox}
     * @throws IllegalArgumentException when the payload is longer than {@link #PAYLOAD_MAX_BYTES}
     */
    void send(String topic, String payload);

    /** From now on the receiver is called for each signal of this topic, and once with an empty one after a break. */
    Subscription listen(String topic, Consumer<String> receiver);

    /** Closing ends it. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
