package org.mulin.access.internal;

import java.util.Set;

record Role(String code, String name, Set<String> rights) {}
