package org.mulin.triage;

import java.time.Instant;
import java.util.List;

/**
 * 热点问题: what several people say about one thing.
 *
 * @param members the messages, oldest first
 * @param typical the member that is most like all others
 * @param people how many different people; who is unknown counts as one more
 * @param score by {@link HotRule#score}
 */
public record HotIssue<K>(List<K> members, K typical, Instant from, Instant to, int people, int likes, double score) {}
