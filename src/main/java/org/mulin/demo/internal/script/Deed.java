package org.mulin.demo.internal.script;

/** What somebody does next about a ticket. */
public enum Deed {
    /** At once, by the grid worker who brings it in. */
    SETTLE,
    ACCEPT,
    REPLY,
    ASK,
    ANSWER,
    SUPPLEMENT,
    /** Given back; the beat's code names the matter that is held to be right. */
    RETURN,
    /** To the first unit that assists. */
    TRANSFER,
    RESOLVE,
    /** The author's verdict; the beat's mark is the satisfaction, below 3 means not solved. */
    JUDGE,
    /** By the desk, after a call. */
    CLOSE,
    REOPEN,
    /** By the desk; the beat's code names the reason. */
    DECLINE,
    WITHDRAW;

    /** Done by whoever has the ticket; while nobody has it, the desk decides first. */
    public boolean isOfAUnit() {
        return switch (this) {
            case ACCEPT, REPLY, ASK, RETURN, RESOLVE, TRANSFER -> true;
            default -> false;
        };
    }

    /** Of those who work in an office, and not at night. */
    boolean isOfficial() {
        return this != ANSWER && this != SUPPLEMENT && this != JUDGE && this != REOPEN && this != WITHDRAW;
    }
}
