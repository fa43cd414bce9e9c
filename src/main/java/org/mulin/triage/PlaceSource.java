package org.mulin.triage;

/** What told where a message belongs. */
public enum PlaceSource {
    /** 定位: a point inside the area's outline. */
    POINT,
    /** 所选: the author chose the area. */
    CHOSEN,
    /** 文中地名: the words name it. */
    NAMED
}
