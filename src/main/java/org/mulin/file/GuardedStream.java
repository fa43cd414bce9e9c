package org.mulin.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mulin.base.Refused;

/** Stops a small file that unpacks into a huge one: counts what comes out against what went in. */
final class GuardedStream extends FilterInputStream {
    static final long UNPACKED_BYTES_MAX = 1L << 30;
    private static final long RATIO_MAX = 150;
    /** Small files may be as dense as they like. */
    private static final long FREE_BYTES = 8L << 20;

    private final long packed_bytes;
    private long unpacked_bytes;

    GuardedStream(InputStream unpacked, long packed_bytes) {
        super(unpacked);
        this.packed_bytes = packed_bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(long bytes) {
        unpacked_bytes += bytes;
        boolean dense = unpacked_bytes > FREE_BYTES && unpacked_bytes > packed_bytes * RATIO_MAX;
        if (dense) {
            throw Refused.of("import-packed-dense", RATIO_MAX).at("file");
        }
        if (unpacked_bytes > UNPACKED_BYTES_MAX) {
            throw Refused.of("import-unpacks-too-large", UNPACKED_BYTES_MAX >> 20)
                    .at("file");
        }
    }
}
