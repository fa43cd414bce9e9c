package org.mulin.triage;

/** A place on the earth, WGS-84 degrees. */
public record Point(double lon, double lat) {}
