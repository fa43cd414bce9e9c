package org.mulin.triage.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The invented texts that come with the program, one a line; lines that begin with # explain. */
final class SeedFile {
    private SeedFile() {}

    static List<String> lines(String name) {
        InputStream file = SeedFile.class.getResourceAsStream("/triage/" + name);
        if (file == null) {
            throw new IllegalStateException("triage/" + name + " is missing from the program");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
