/** 办结真实性: which reports that a ticket is done look unsolved, with evidence, and what reviewers found. */
@NullMarked
package org.mulin.insight.internal.honesty;

import org.jspecify.annotations.NullMarked;
