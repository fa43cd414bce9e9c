package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FramingTest {
    @Property(tries = 200, seed = "20261129")
    void overlooksNoNameWithOneSlip(
            @ForAll @CharRange(from = '\ue000', to = '\ue190') @StringLength(min = 4, max = 12) String name) {
        Framing framing = new Framing();
        framing.add(name);

        assertThat(withOneSlip(name)).allMatch(typed -> framing.mayHold("在" + typed + "。", 1, typed.length() + 1));
    }

    @Test
    void wantsNoCloserLookAtMostOfAText() {
        Framing framing = new Framing();
        framing.add("云栖里小区");

        assertThat(framing.mayHold("楼下烧烤摊", 0, 5)).isFalse();
        assertThat(framing.mayHold("云栖", 0, 2)).isFalse();
        assertThat(framing.mayHold("云栖里社区", 0, 5)).isTrue();
    }

    private static List<String> withOneSlip(String name) {
        List<String> typed = new ArrayList<>(List.of(name));
        for (int at = 0; at < name.length(); at++) {
            String before = name.substring(0, at);
            String after = name.substring(at + 1);
            typed.add(before + after);
            typed.add(before + 'x' + after);
            if (at > 0) {
                typed.add(before + 'x' + name.charAt(at) + after);
                typed.add(name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + after);
            }
        }
        return typed;
    }
}
