package org.mulin.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages and learns from people who read them better. */
public interface Triage {
    /** Whoever holds it keeps the city's models and sees how well they do. */
    String MANAGE = "triage:manage";

    /**
     * What the message is about and where. Never fails, whatever the text holds; takes time linear in its length.
     *
     * @param point where the author stood or pointed to (WGS-84); it wins over every word
     * @param areaCode the area the author chose; it wins over words, and words may only make it more exact
     */
    Reading read(Text text, @Nullable Point point, @Nullable String areaCode);

    /** The places of the register that the message names for sure, each once, by the name that the register has. */
    List<String> sites(Text text);

    /**
     * Remembers what a person decided about a message, in the caller's transaction; a second correction of the same
     * source replaces the first. The model is trained anew in the background, shortly after the last correction.
     */
    void learn(Correction correction);
}
