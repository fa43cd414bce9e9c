package org.mulin.file.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The folder of bytes, each under its hash: on the disk for good before its row is written. */
@Component
class FileFolder {
    private final Path root;

    FileFolder(@Value("${mulin.files:${mulin.data}/files}") Path root) {
        this.root = root.toAbsolutePath();
    }

    Path root() {
        return root;
    }

    /** @return the SHA-256 of the bytes */
    byte[] put(byte[] bytes) {
        byte[] sha256 = sha256(bytes);
        Path target = path(sha256);
        if (Files.exists(target)) {
            return sha256;
        }
        try {
            Files.createDirectories(target.getParent());
            Path half = Files.createTempFile(target.getParent(), "half", null);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256;
    }

    Resource get(byte[] sha256) {
        return new FileSystemResource(path(sha256));
    }

    private Path path(byte[] sha256) {
        String name = HexFormat.of().formatHex(sha256);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
