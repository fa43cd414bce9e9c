package org.mulin.admission.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How much two things are for the same, by the pairs of letters that what they are called and do have in common. */
final class Alike {
    /** Words that say that it is an app, and not what for. */
    private static final Pattern EMPTY =
            Pattern.compile("[\\p{P}\\p{S}\\s]+|(?:应用|小程序|公众号|平台|系统|APP|app|信息|管理|服务|社区|数据)");

    private Alike() {}

    /** Of the pairs of the one that has fewer, in percent, those that the other has too. */
    static int percent(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        int fewer = Math.min(pairs.size(), others.size());
        pairs.retainAll(others);
        return fewer == 0 ? 0 : pairs.size() * 100 / fewer;
    }

    /** The same of short names, in which one pair in common says nothing. */
    static int percentOfSome(String one, String other) {
        Set<String> common = pairs(one);
        common.retainAll(pairs(other));
        return common.size() < 2 ? 0 : percent(one, other);
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (String piece : EMPTY.split(text)) {
            for (int i = 0; i + 2 <= piece.length(); i++) {
                pairs.add(piece.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
