package org.mulin.ticket.internal.dispatch;

import java.util.List;

/**
 * Words that tell of danger to life, and who is called at once.
 *
 * @param code of the line in emergencies.csv
 * @param line the number to call
 * @param name of the danger, in the city's language
 * @param words that told so
 */
public record Danger(String code, String line, String name, List<String> words) {
    public Danger {
        words = List.copyOf(words);
    }
}
