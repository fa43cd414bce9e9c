package org.mulin.triage;

import java.util.List;

/**
 * How the machine understands a reply.
 *
 * @param telling the clauses that told so, in the order of the reply, at most {@value #TELLING_MAX}; without what
 *     stands in quotation marks
 * @param bareForwarding it says no more than that the matter was handed on
 */
public record ReplyReading(ReplyKind kind, List<String> telling, boolean bareForwarding) {
    public static final int TELLING_MAX = 3;

    public ReplyReading {
        telling = List.copyOf(telling);
    }
}
