/**
 * 推演 What a draft of a pack table would have changed: the decisions of the last months are taken once more on the facts
 * of then, by the rules of then with the draft in the place of its table. Reads and counts; decides nothing.
 */
@NullMarked
package org.mulin.ticket.internal.whatif;

import org.jspecify.annotations.NullMarked;
