package org.mulin.ticket;

import java.util.UUID;
import org.mulin.file.Files.Shot;

/**
 * 办结照片: one photo of a report.
 *
 * @param shot how long before the ticket was opened it was taken, and how far from the ticket's point
 */
public record ClosurePhoto(UUID fileId, String name, Shot shot) {}
