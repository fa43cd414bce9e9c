package org.mulin.insight;

import java.time.Instant;
import java.util.UUID;

/**
 * 热点预警: a hot issue has come up, or grown until people have to be told; once for each.
 *
 * @param title place and matter; nobody's words
 */
public record HotIssueRose(UUID issueId, String areaKey, String title, int people, Instant at) {}
