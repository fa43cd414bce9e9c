package org.mulin.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The city cut down to one street, so that tests start in seconds: the tables of src/test/packs/street, and for every
 * table that is not there the city's own.
 */
public final class SmallPack {
    private static final Path CITY = Path.of("packs/xinyu");
    private static final Path STREET = Path.of("src/test/packs/street");
    private static final Path FOLDER = make();

    private SmallPack() {}

    public static Path folder() {
        return FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("mulin-small-pack");
            copy(CITY, folder);
            copy(STREET, folder);
            Path demo = Files.createDirectory(folder.resolve("demo"));
            copy(CITY.resolve("demo"), demo);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
