package org.mulin.ticket.internal.dispatch;

import java.util.Locale;
import java.util.Optional;
import org.mulin.policy.Wording;

/** A line of emergencies.csv: which words tell of danger to life, and who is called then. */
public record EmergencyLine(
        String code, String line, String name, String nameEn, String say, String sayEn, Wording wording) {
    Optional<Danger> in(String text) {
        return Optional.of(wording.in(text))
                .filter(words -> !words.isEmpty())
                .map(words -> new Danger(code, line, name, words));
    }

    public String name(Locale locale) {
        return isEnglish(locale) ? nameEn : name;
    }

    public String say(Locale locale) {
        return isEnglish(locale) ? sayEn : say;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
