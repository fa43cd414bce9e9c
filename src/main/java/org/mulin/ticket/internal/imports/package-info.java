/** 导入: files of appeals from other channels, read line by line, mapped, checked and taken in by a job. */
@NullMarked
package org.mulin.ticket.internal.imports;

import org.jspecify.annotations.NullMarked;
