package org.mulin.launch.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** {@code ~/.mulin/PORT.token}, mode 0600: lets this user's command line into this user's server. */
final class LocalTokenFile {
    private LocalTokenFile() {}

    static Path of(int port) {
        return Path.of(System.getProperty("user.home"), ".mulin", port + ".token");
    }

    /** A new token for every start. */
    static String write(Path file) {
        byte[] bytes = new byte[Secrets.BYTES];
        new SecureRandom().nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        try {
            Secrets.write(file, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return token;
    }

    /** The token of the server that listens on the port, if this user may read one. */
    static Optional<String> read(int port) {
        Path file = of(port);
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).trim()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
