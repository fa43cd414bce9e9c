/** 剧本 What the demo's people will say and do: a pure function of the pack's tables, a seed and a day. */
@NullMarked
package org.mulin.demo.internal.script;

import org.jspecify.annotations.NullMarked;
