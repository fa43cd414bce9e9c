package org.mulin.notice.internal.delivery;

import java.util.Locale;
import org.mulin.base.Said;
import org.mulin.base.Texts;

/** Whose message it is, before its words; phones read the language of the city. */
final class Signature {
    private Signature() {}

    static String signed(Said said) {
        return Texts.in(Locale.SIMPLIFIED_CHINESE, Said.of("message.signature"))
                + Texts.in(Locale.SIMPLIFIED_CHINESE, said);
    }
}
