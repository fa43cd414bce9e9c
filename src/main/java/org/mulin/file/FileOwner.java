package org.mulin.file;

import java.util.UUID;

/** The record that a file belongs to, such as ("appeal", id). */
public record FileOwner(String type, UUID id) {}
