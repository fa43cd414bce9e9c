package org.mulin.triage;

/**
 * How hot an issue is: {@code person × people + repeat × (messages − people) + like × log₂(1 + likes)}.
 *
 * @param people_min fewer make no hot issue
 * @param person weight of each person
 * @param repeat weight of each message beyond a person's first
 * @param like weight of each doubling of those who agreed without writing
 */
public record HotRule(int people_min, double person, double repeat, double like) {
    public static final HotRule DEFAULT = new HotRule(3, 1, 0.2, 0.5);

    public double score(int people, int messages, int likes) {
        return person * people + repeat * (messages - people) + like * Math.log(1.0 + likes) / Math.log(2);
    }
}
