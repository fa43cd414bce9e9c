package org.mulin.ticket.internal;

/** What a clerk does with an appeal on taking it. */
public sealed interface ClerkOutcome {
    /** Stands in the words for the ticket's number, which nobody knows before it is registered. */
    String NUMBER = "{编号}";

    /** 转办: it goes where the duty list says. */
    record Dispatch() implements ClerkOutcome {}

    /** 直接答复: answered from knowledge, nothing is left to do. */
    record Inform(String words) implements ClerkOutcome {}

    /** 不予受理, for a reason of the pack. */
    record Decline(String reasonCode, String words) implements ClerkOutcome {}

    static String numbered(String words, String number) {
        return words.replace(NUMBER, number);
    }
}
