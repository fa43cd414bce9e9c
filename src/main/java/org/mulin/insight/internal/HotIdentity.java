package org.mulin.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which issue a group of tickets is, however it was made: the one that most of its tickets belonged to, unless another
 * group has more of it. So an issue keeps its id while tickets come and go; merges and splits are told by comparing.
 */
final class HotIdentity {
    private HotIdentity() {}

    /**
     * @param fresh it was no issue before
     * @param mergedFrom issues that have become part of it
     * @param splitFrom the issue that most of a fresh one's tickets belonged to
     */
    record Named(
            UUID id,
            Set<UUID> tickets,
            boolean fresh,
            List<UUID> mergedFrom,
            @Nullable UUID splitFrom) {}

    private record Claim(int group, UUID issue, int tickets) {}

    /** In the order of the groups. @param before the issue of each ticket that had one */
    static List<Named> name(Map<UUID, UUID> before, List<Set<UUID>> groups, Supplier<UUID> ids) {
        List<Claim> claims = claims(before, groups);
        Map<Integer, UUID> given = new HashMap<>();
        Set<UUID> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!given.containsKey(claim.group) && taken.add(claim.issue)) {
                given.put(claim.group, claim.issue);
            }
        }
        Map<Integer, List<UUID>> merged = new HashMap<>();
        Map<Integer, UUID> split = new HashMap<>();
        for (Claim claim : claims) {
            if (taken.add(claim.issue)) {
                merged.computeIfAbsent(claim.group, _ -> new ArrayList<>()).add(claim.issue);
            } else if (!given.containsKey(claim.group)) {
                split.putIfAbsent(claim.group, claim.issue);
            }
        }
        List<Named> named = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            UUID known = given.get(group);
            named.add(new Named(
                    known == null ? ids.get() : known,
                    groups.get(group),
                    known == null,
                    merged.getOrDefault(group, List.of()),
                    split.get(group)));
        }
        return named;
    }

    /** The largest first; of equal ones the earlier group and the older issue. */
    private static List<Claim> claims(Map<UUID, UUID> before, List<Set<UUID>> groups) {
        List<Claim> claims = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Map<UUID, Integer> counts = new HashMap<>();
            for (UUID ticket : groups.get(group)) {
                UUID issue = before.get(ticket);
                if (issue != null) {
                    counts.merge(issue, 1, Integer::sum);
                }
            }
            int at = group;
            counts.forEach((issue, tickets) -> claims.add(new Claim(at, issue, tickets)));
        }
        claims.sort(Comparator.comparingInt((Claim claim) -> -claim.tickets)
                .thenComparing(Claim::group)
                .thenComparing(Claim::issue));
        return claims;
    }
}
