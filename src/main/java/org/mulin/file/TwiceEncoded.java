package org.mulin.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Chinese whose UTF-8 was once read as Latin-1 or Windows-1252 and saved again: {@code å…¬} for 公. Nobody can read it,
 * yet it is sound UTF-8.
 */
public final class TwiceEncoded {
    private static final int HIGH = 0x80;
    private static final int CONTROLS = 0x20;
    private static final int BYTES = 0x100;
    /** What Windows has where Latin-1 has controls. */
    private static final String WINDOWS =
            Charset.forName("windows-1252").decode(controls()).toString();

    private TwiceEncoded() {}

    public static boolean is(String text) {
        if (text.chars().allMatch(c -> c < HIGH)) {
            return false;
        }
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            int windows = WINDOWS.indexOf(c);
            if (c >= BYTES && windows < 0) {
                return false;
            }
            bytes[i] = (byte) (c < BYTES ? c : HIGH + windows);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static ByteBuffer controls() {
        ByteBuffer all = ByteBuffer.allocate(CONTROLS);
        for (int i = 0; i < CONTROLS; i++) {
            all.put(i, (byte) (HIGH + i));
        }
        return all;
    }
}
