/** 相似与热点: which messages are like each other, and which are about one thing. Pure; holds pairs of letters, no texts. */
@NullMarked
package org.mulin.triage.internal.like;

import org.jspecify.annotations.NullMarked;
