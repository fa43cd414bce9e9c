package org.mulin.ticket.internal.saved;

import java.util.UUID;
import org.mulin.ticket.internal.ChosenFilter;

/** 常用筛选. */
record SavedFilter(UUID id, String name, ChosenFilter filter, boolean start, long version) {}
