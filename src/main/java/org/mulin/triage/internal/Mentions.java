package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the names in a text: of overlapping ones the leftmost, of those the longest; then weighs each. */
final class Mentions {
    private static final float IN_SUBJECT = 3;
    private static final float FIRST = 1.5f;
    private static final float IN_ROAD_NAME = 0.15f;
    private static final int SHORT_CHARS_MAX = 2;
    private static final float REPEATED = 0.3f;
    private static final List<String> ROAD_ENDS = List.of("大道", "大街", "东路", "南路", "西路", "北路", "中路", "路", "街", "桥", "河");
    /** After these a letter with a number is a building, a gate or a flat, not a district. */
    private static final Set<Character> BUILDING_WORDS = Set.of('栋', '座', '幢', '号', '单', '楼', '室', '期', '馆', '门', '口');

    private Mentions() {}

    /** In the order of the text; a name said again only strengthens its first mention. */
    static List<Mention> of(Gazetteer gazetteer, Plain plain, int bodyAt) {
        int[] ends = new int[plain.length()];
        Map<Integer, List<Gazetteer.Meaning>> meanings = new HashMap<>();
        gazetteer.find(plain, (from, to, found) -> {
            if (to > ends[from]
                    && standsAlone(plain, from, to)
                    && ShortNames.of(plain, from, to) != ShortNames.Standing.NO_PLACE) {
                ends[from] = to;
                meanings.put(from, found);
            }
        });
        List<Mention> written = inOrder(plain, bodyAt, ends, meanings);
        if (written.stream().anyMatch(mention -> isExact(gazetteer, plain, mention))) {
            return written;
        }
        List<Mention> firm =
                written.stream().filter(mention -> isFirm(plain, mention)).toList();
        boolean mistyped = false;
        for (Slips.Found slip : gazetteer.slips().find(plain, taken(firm, plain.length()))) {
            List<Gazetteer.Meaning> likely = slip.meanings().stream()
                    .filter(meaning -> firm.stream().allMatch(mention -> allows(gazetteer, mention, meaning)))
                    .filter(meaning ->
                            !slip.vague() || firm.stream().anyMatch(near -> isNear(gazetteer, near, meaning)))
                    .toList();
            if (!likely.isEmpty()) {
                mistyped = true;
                for (int at = slip.from(); at < slip.to(); at++) {
                    meanings.remove(at);
                }
                ends[slip.from()] = slip.to();
                meanings.put(slip.from(), likely);
            }
        }
        return mistyped ? inOrder(plain, bodyAt, ends, meanings) : written;
    }

    private static List<Mention> inOrder(
            Plain plain, int bodyAt, int[] ends, Map<Integer, List<Gazetteer.Meaning>> meanings) {
        Map<List<Gazetteer.Meaning>, Integer> seen = new HashMap<>();
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < ends.length) {
            List<Gazetteer.Meaning> found = meanings.get(at);
            if (found == null) {
                at++;
                continue;
            }
            float weight = weight(plain, at, ends[at], bodyAt, found) * (mentions.isEmpty() ? FIRST : 1);
            boolean doubtful = isDoubtful(plain, at, ends[at], found);
            Mention mention = new Mention(at, ends[at], found, weight, doubtful);
            Integer earlier = seen.get(found);
            if (earlier == null) {
                seen.put(found, mentions.size());
                mentions.add(mention);
            } else {
                mentions.set(earlier, strengthened(mentions.get(earlier), mention));
            }
            at = ends[at];
        }
        return mentions;
    }

    /** Whether it leaves nothing to look for: one place, or one area without smaller ones. */
    private static boolean isExact(Gazetteer gazetteer, Plain plain, Mention mention) {
        return isFirm(plain, mention)
                && mention.meanings().size() == 1
                && !gazetteer.hasChildren(mention.meanings().getFirst().node());
    }

    /** Two letters may be a piece of a longer name with a slip in it. */
    private static boolean isFirm(Plain plain, Mention mention) {
        boolean framed = mention.from() == 0 || ShortNames.opensPlace(plain, mention.from());
        return !mention.doubtful() && (mention.to() - mention.from() > SHORT_CHARS_MAX || framed);
    }

    /** What is written right overrules what may have been meant: inside or around it, or not at all. */
    private static boolean allows(Gazetteer gazetteer, Mention written, Gazetteer.Meaning slip) {
        return written.meanings().stream()
                .anyMatch(said ->
                        gazetteer.isWithin(slip.node(), said.node()) || gazetteer.isWithin(said.node(), slip.node()));
    }

    /** Whether a name below the districts is around it. */
    private static boolean isNear(Gazetteer gazetteer, Mention written, Gazetteer.Meaning slip) {
        return written.meanings().stream()
                .anyMatch(said ->
                        gazetteer.node(said.node()).parent() > 0 && gazetteer.isWithin(slip.node(), said.node()));
    }

    private static boolean[] taken(List<Mention> mentions, int length) {
        boolean[] taken = new boolean[length];
        mentions.forEach(mention -> Arrays.fill(taken, mention.from(), mention.to(), true));
        return taken;
    }

    private static boolean isDoubtful(Plain plain, int from, int to, List<Gazetteer.Meaning> meanings) {
        if (isRoadName(plain, to, meanings)) {
            return true;
        }
        boolean bareArea = meanings.stream().allMatch(Gazetteer.Meaning::isBareArea);
        return ShortNames.of(plain, from, to, bareArea) == ShortNames.Standing.DOUBTFUL;
    }

    private static Mention strengthened(Mention mention, Mention again) {
        float most = Math.max(mention.weight(), again.weight());
        float saturating = Math.min(most * 2, most + REPEATED * Math.min(mention.weight(), again.weight()));
        Mention telling = mention.doubtful() ? again : mention;
        return new Mention(telling.from(), telling.to(), telling.meanings(), saturating, telling.doubtful());
    }

    private static float weight(Plain plain, int from, int to, int bodyAt, List<Gazetteer.Meaning> meanings) {
        float weight = from < bodyAt ? IN_SUBJECT : 1;
        return isRoadName(plain, to, meanings) ? weight * IN_ROAD_NAME : weight;
    }

    /** A road called after an area may lie anywhere. */
    private static boolean isRoadName(Plain plain, int to, List<Gazetteer.Meaning> meanings) {
        return meanings.stream().allMatch(meaning -> meaning.placeName() == null) && startsRoadName(plain, to);
    }

    private static boolean startsRoadName(Plain plain, int to) {
        for (String end : ROAD_ENDS) {
            if (holds(plain, to, end)) {
                return !holds(plain, to, "街道");
            }
        }
        return false;
    }

    private static boolean holds(Plain plain, int at, String words) {
        for (int i = 0; i < words.length(); i++) {
            if (at + i >= plain.length() || plain.at(at + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A form that begins or ends with a Latin letter or digit is no part of a longer one: A1 is not in A12. */
    private static boolean standsAlone(Plain plain, int from, int to) {
        boolean before = from > 0 && isLatin(plain.at(from)) && isLatin(plain.at(from - 1));
        boolean endsLatin = isLatin(plain.at(to - 1));
        boolean after = to < plain.length() && endsLatin && isLatin(plain.at(to));
        boolean building = to < plain.length() && endsLatin && BUILDING_WORDS.contains(plain.at(to));
        return !before && !after && !building;
    }

    private static boolean isLatin(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }
}
