package org.mulin.file;

import java.util.UUID;

/** One stored file as it may be shown: never its place on disk. */
public record StoredFile(UUID id, String name, String mediaType, long size_bytes) {}
