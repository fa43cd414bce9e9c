package org.mulin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What a demo's data folder tells about its city; small files, so that it can be asked before the program starts. */
public record DemoFolder(Path data) {

    /** A play began here and did not come to its end. */
    public boolean isHalfPlayed() {
        return began().isPresent() && !isPlayed();
    }

    public boolean isPlayed() {
        return Files.exists(file("played"));
    }

    /** The moment at which the city's history ends. */
    public Optional<Instant> began() {
        try {
            return Files.exists(file("began"))
                    ? Optional.of(Instant.parse(Files.readString(file("began"))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void begin(Instant now) {
        write("began", now.toString());
    }

    public void end() {
        write("played", "");
    }

    private Path file(String name) {
        return data.resolve("demo-" + name);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
