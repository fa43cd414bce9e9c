/**
 * 统计 Counts of tickets: what figures need of each ticket, kept in columns in memory and brought up to date by one
 * query whenever somebody asks, so that a million tickets are counted along any dimension in milliseconds.
 */
@NullMarked
package org.mulin.ticket.internal.figures;

import org.jspecify.annotations.NullMarked;
