package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mulin.base.Ids;
import org.mulin.triage.Correction;
import org.mulin.triage.Text;

/** Messages in words that a city has to learn. */
final class Slang {
    /** What no seed phrase says, and what it means here. */
    static final Map<String, String> MEANT = Map.of(
            "飞线抢插座", "safe-ebike",
            "阎王坑又张嘴", "fac-road",
            "半夜蹦迪", "noise-life",
            "铁公鸡不发饷", "lab-wage");

    private Slang() {}

    static List<Correction> taught(int ofEach, int from) {
        return said(ofEach, from, false);
    }

    static List<Correction> heldBack(int all) {
        return said(all / MEANT.size(), 500_000, true);
    }

    /** Messages on one side of the rule that holds back. */
    static List<Correction> said(int ofEach, int from, boolean heldBack) {
        List<Correction> all = new ArrayList<>();
        MEANT.forEach((words, matter) -> {
            int found = 0;
            for (int i = from; found < ofEach; i++) {
                Text text = new Text(words, "在" + letters(i) + "楼前面");
                if (HeldBack.is(text) == heldBack) {
                    all.add(new Correction(Ids.next(), text, matter));
                    found++;
                }
            }
        });
        return all;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 10) {
            letters.append("零一二三四五六七八九".charAt(rest % 10));
        }
        return letters.toString();
    }
}
