package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mulin.triage.Text;

class HeldBackTest {
    @Test
    void oneInFiveIsHeldBackWhateverTheMessagesHaveInCommon() {
        int heldBack = 0;
        String numbers = "零一二三四五六七八九";
        for (int i = 0; i < 5_000; i++) {
            String name = "%c%c%c%c"
                    .formatted(
                            numbers.charAt(i / 1000),
                            numbers.charAt(i / 100 % 10),
                            numbers.charAt(i / 10 % 10),
                            numbers.charAt(i % 10));
            heldBack += HeldBack.is(new Text("路灯坏了", "在" + name + "号楼前，请尽快处理")) ? 1 : 0;
        }
        assertThat(heldBack).isBetween(900, 1_100);
    }

    /** The rule must never change: what was taught would be asked about. */
    @Test
    void theRuleStands() {
        assertThat(HeldBack.is(new Text("路灯坏了", "好几天"))).isTrue();
        assertThat(HeldBack.is(new Text("垃圾没有人清", ""))).isFalse();
        assertThat(HeldBack.is(new Text("楼道堆物", "没人管"))).isEqualTo(HeldBack.is(new Text("", "楼道堆物没人管")));
    }

    @Property(tries = 300, seed = "20261130")
    void theSameWordsToldAgainStandOnOneSide(@ForAll String words) {
        boolean side = HeldBack.is(new Text(words, ""));
        assertThat(HeldBack.is(new Text("", words))).isEqualTo(side);
        assertThat(HeldBack.is(new Text(" " + words, "\u200b\n"))).isEqualTo(side);
    }
}
