package org.mulin.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mulin.base.Refused;

/** Reads text without its byte order mark and stops at a record without end, such as one with an unclosed quote. */
final class BoundedReader extends FilterReader {
    static final int RECORD_CHARS_MAX = 1_000_000;

    private long sinceRecord;

    private BoundedReader(BufferedReader in) {
        super(in);
    }

    static BoundedReader open(Path path, Charset charset) throws IOException {
        var in = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset), 1 << 16);
        in.mark(1);
        if (in.read() != '\ufeff') {
            in.reset();
        }
        return new BoundedReader(in);
    }

    /** The caller has got a whole record. */
    void recordRead() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(1);
        return one;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int chars) {
        sinceRecord += chars;
        if (sinceRecord > RECORD_CHARS_MAX) {
            throw Refused.of("import-record-endless", RECORD_CHARS_MAX).at("file");
        }
    }
}
