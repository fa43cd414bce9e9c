/**
 * 清单导出: the filtered list as a spreadsheet. Which tickets it holds is settled when it is asked for; a job then writes
 * their rows, sealed; the sheet is put together when whoever asked takes it.
 */
@NullMarked
package org.mulin.ticket.internal.exports;

import org.jspecify.annotations.NullMarked;
