package org.mulin.demo;

import java.nio.file.Path;

/**
 * A city's life has been played to its end, and no visitor has been there yet.
 *
 * @param data folder of the demo
 */
public record CityPlayed(Path data, DemoLife life) {}
