package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the names in a text: of overlapping ones the leftmost, of those the longest; then weighs each. */
final class Mentions {
    private static final float IN_SUBJECT = 3;
    private static final float FIRST = 1.5f;
    private static final float IN_ROAD_NAME = 0.15f;
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
            if (to > ends[from] && standsAlone(plain, from, to)) {
                ends[from] = to;
                meanings.put(from, found);
            }
        });
        Map<List<Gazetteer.Meaning>, Integer> seen = new HashMap<>();
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < ends.length) {
            List<Gazetteer.Meaning> found = meanings.get(at);
            if (found == null) {
                at++;
                continue;
            }
            float weight = weight(plain, at, ends[at], bodyAt, found);
            Integer earlier = seen.get(found);
            if (earlier == null) {
                seen.put(found, mentions.size());
                mentions.add(new Mention(at, ends[at], found, mentions.isEmpty() ? weight * FIRST : weight));
            } else {
                mentions.set(earlier, strengthened(mentions.get(earlier), weight));
            }
            at = ends[at];
        }
        return mentions;
    }

    private static Mention strengthened(Mention mention, float again) {
        float most = Math.max(mention.weight(), again);
        float saturating = Math.min(most * 2, most + REPEATED * Math.min(mention.weight(), again));
        return new Mention(mention.from(), mention.to(), mention.meanings(), saturating);
    }

    private static float weight(Plain plain, int from, int to, int bodyAt, List<Gazetteer.Meaning> meanings) {
        float weight = from < bodyAt ? IN_SUBJECT : 1;
        boolean area = meanings.stream().allMatch(meaning -> meaning.placeName() == null);
        return area && startsRoadName(plain, to) ? weight * IN_ROAD_NAME : weight;
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
