package org.mulin.ticket.internal.open;

/**
 * How public an appeal is, for its author.
 *
 * @param wished the author wants it public
 * @param shown anybody can read it now
 * @param offered the author may make it public; not if it is confidential, withdrawn, or of a matter that is not public
 * @param words what others can read, or could if it were public
 */
public record PublicityView(boolean wished, boolean shown, boolean offered, String words) {}
