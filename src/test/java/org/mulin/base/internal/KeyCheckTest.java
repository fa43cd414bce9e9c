package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Sealing;
import org.springframework.beans.factory.annotation.Autowired;

class KeyCheckTest extends MulinHttpTest {
    @Autowired
    private KeyMarkRepository marks;

    @Autowired
    private Sealing sealing;

    @Test
    void anotherKeyIsRefusedAndTheSameIsNot() {
        assertThatThrownBy(() -> new KeyCheck(new Sealing(new byte[32]), marks))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MULIN_KEY");
        assertThatCode(() -> new KeyCheck(sealing, marks)).doesNotThrowAnyException();
    }
}
