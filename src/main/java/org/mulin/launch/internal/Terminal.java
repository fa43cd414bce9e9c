package org.mulin.launch.internal;

import java.util.Locale;
import java.util.stream.Stream;
import org.mulin.base.Refused;
import org.mulin.base.Texts;

/** What the command line says to whoever started it: Chinese first, English second. */
final class Terminal {
    private Terminal() {}

    /** @return the exit status of a command that was refused */
    static int refuse(String chinese, String english) {
        System.err.println(chinese);
        System.err.println(english);
        return 1;
    }

    /** A refusal of the program's rules in both languages. */
    static int refuse(String chinese, String english, Refused refused) {
        Texts catalogue = Texts.load("/problems.csv");
        return refuse(
                chinese + catalogue.text(Locale.SIMPLIFIED_CHINESE, refused.code(), refused.arguments()),
                english + catalogue.text(Locale.ENGLISH, refused.code(), refused.arguments()));
    }

    /** Chinese, unless the terminal asks for English. */
    static Locale language() {
        String terminal = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return terminal.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
