package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final Sealing sealing = new Sealing(key(1));

    private static byte[] key(int of) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }

    @Property(tries = 200, seed = "20261123")
    void whatIsSealedOpensAgain(@ForAll String plain) {
        String text = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(sealing.open(sealing.seal(text))).isEqualTo(text);
    }

    @Test
    void sealingTwiceLooksDifferentButIndexesAlike() {
        assertThat(sealing.seal("12900000001")).isNotEqualTo(sealing.seal("12900000001"));
        assertThat(sealing.index("12900000001")).isEqualTo(sealing.index("12900000001"));
        assertThat(sealing.index("12900000001")).isNotEqualTo(sealing.index("12900000002"));
    }

    @Test
    void anotherKeyOrAChangedByteOpensNothing() {
        byte[] sealed = sealing.seal("钟语晴");
        assertThatThrownBy(() -> new Sealing(key(2)).open(sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBytesHoldNothingReadable() {
        String hex = HexFormat.of().formatHex(sealing.seal("12900000001"));
        assertThat(hex).doesNotContain(HexFormat.of().formatHex("129000".getBytes(StandardCharsets.UTF_8)));
    }
}
