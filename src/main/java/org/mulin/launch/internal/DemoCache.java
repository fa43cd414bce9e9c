package org.mulin.launch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.mulin.MulinApplication;
import org.mulin.demo.DemoFolder;
import org.mulin.demo.DemoLife;

/**
 * Keeps a city that has just been played beside the demo's data, for the next fresh start. Its key is a digest of all
 * that made it: the program, the pack with the demo's script, and how much of life was wanted. One is kept, and it is
 * used for a day only: its history ends when it was played, and older ones would begin in the past.
 */
final class DemoCache {
    static final Duration USABLE = Duration.ofHours(24);

    private final Path folder;
    private final String key;

    DemoCache(Path data, Path pack, DemoLife life) {
        this(data, program(), pack, life);
    }

    DemoCache(Path data, Path program, Path pack, DemoLife life) {
        Path absolute = data.toAbsolutePath();
        this.folder = absolute.resolveSibling(absolute.getFileName() + "-cache");
        this.key = key(program, pack, life);
    }

    /** @param program jar or folder of classes; the jars beside it are told apart by their names */
    static String key(Path program, Path pack, DemoLife life) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, program);
            Path libraries = program.resolveSibling("lib");
            if (Files.isDirectory(libraries)) {
                for (Path library : sorted(libraries)) {
                    digest.update(library.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            add(digest, pack);
            digest.update(life.name().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path program() {
        try {
            return Path.of(MulinApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, Path root) throws IOException {
        for (Path file : sorted(root)) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static List<Path> sorted(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** @return whether the data folder, which must not exist, now holds the kept city */
    boolean restore(Path data, Instant now) throws IOException {
        Path kept = folder.resolve(key);
        boolean usable = new DemoFolder(kept)
                .began()
                .filter(began -> began.plus(USABLE).isAfter(now))
                .isPresent();
        if (!usable || !new DemoFolder(kept).isPlayed()) {
            return false;
        }
        Path half = data.resolveSibling(data.getFileName() + "-half");
        FolderCopy.delete(half);
        FolderCopy.copy(kept, half, path -> true);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** The copy gets its name when it is whole; others make room. */
    void keep(Path data, EmbeddedDatabase database) throws IOException {
        Path half = folder.resolve("half");
        FolderCopy.delete(folder);
        Files.createDirectories(folder);
        FolderCopy.copy(data, half, path -> !path.equals(EmbeddedDatabase.CLUSTER_OF_DATA));
        database.copyTo(half.resolve(EmbeddedDatabase.CLUSTER_OF_DATA));
        Files.move(half, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    }
}
