package org.mulin.organization;

import java.util.UUID;

/**
 * A position in a unit that people hold one after another.
 *
 * @param role code of roles.csv: what the holder may do
 */
public record Post(UUID id, String code, UUID unitId, String title, String role, boolean open) {}
