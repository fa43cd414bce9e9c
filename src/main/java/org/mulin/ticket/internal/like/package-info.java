/** 相似工单: which appeals are like each other, from the index of the triage module, fed by what is committed. */
@NullMarked
package org.mulin.ticket.internal.like;

import org.jspecify.annotations.NullMarked;
