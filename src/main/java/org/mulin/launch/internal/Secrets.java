package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of one installation, made once and kept in files that only their owner can read (mode 0600). */
final class Secrets {
    static final int BYTES = 32;

    private Secrets() {}

    static byte[] bytes(Path file) throws IOException {
        return HexFormat.of().parseHex(text(file));
    }

    /** 64 hexadecimal digits. */
    static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            write(file, HexFormat.of().formatHex(fresh));
        }
        return Files.readString(file).trim();
    }

    /** Appears whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
