package org.mulin.ticket;

import org.jspecify.annotations.Nullable;
import org.mulin.triage.Point;

/**
 * 开放接口诉求: what another program files for somebody.
 *
 * @param words at least one character that is not blank, at most 20,000
 * @param placeText where it is, in the author's words; at most 200
 * @param contactName sealed at once
 * @param contactPhone sealed at once
 */
public record OpenAppeal(
        String matterCode,
        String words,
        @Nullable Point point,
        @Nullable String areaCode,
        @Nullable String placeText,
        @Nullable String contactName,
        @Nullable String contactPhone) {}
