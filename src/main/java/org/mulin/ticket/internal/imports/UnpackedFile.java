package org.mulin.ticket.internal.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mulin.base.Refused;
import tools.jackson.databind.json.JsonMapper;

/** A file laid open in a temporary place of this node, with what was found out about it. */
record UnpackedFile(Path path, ImportFormat format, Charset charset) implements AutoCloseable {
    private static final int HEAD_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Takes the gzip off, if there is one, and finds format and encoding.
     *
     * @throws Refused when it is no file that can be imported
     */
    static UnpackedFile of(InputStream file, long size_bytes) throws IOException {
        Path path = Files.createTempFile("mulin-import", null);
        try {
            var buffered = new BufferedInputStream(file, BUFFER_BYTES);
            int[] head = head(buffered);
            boolean gzip = head[0] == 0x1f && head[1] == 0x8b;
            InputStream plain = gzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
            Files.copy(new GuardedStream(plain, size_bytes), path, StandardCopyOption.REPLACE_EXISTING);
            ImportFormat format = format(path);
            return new UnpackedFile(path, format, format == ImportFormat.XLSX ? StandardCharsets.UTF_8 : charset(path));
        } catch (ZipException | EOFException broken) {
            Files.deleteIfExists(path);
            throw Refused.of("import-file-broken").at("file");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    RowSource rows(JsonMapper json) throws IOException {
        return switch (format) {
            case JSONL -> new JsonRows(path, charset, json);
            case CSV -> new CsvRows(path, charset);
            case XLSX -> new XlsxRows(path);
        };
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static int[] head(BufferedInputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] read = in.readNBytes(HEAD_BYTES);
        in.reset();
        int[] head = new int[HEAD_BYTES];
        for (int i = 0; i < read.length; i++) {
            head[i] = read[i] & 0xff;
        }
        return head;
    }

    private static ImportFormat format(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            int[] head = head(in);
            if (head[0] == 'P' && head[1] == 'K') {
                return ImportFormat.XLSX;
            }
            if (head[0] == 0xd0 && head[1] == 0xcf) {
                throw Refused.of("import-old-excel").at("file");
            }
            int first;
            do {
                first = in.read();
            } while (first >= 0 && (first <= ' ' || first == 0xef || first == 0xbb || first == 0xbf));
            if (first < 0) {
                throw Refused.of("import-empty").at("file");
            }
            return first == '{' ? ImportFormat.JSONL : ImportFormat.CSV;
        }
    }

    /** UTF-8 when every byte fits it, else the national GB 18030, which every GBK and GB 2312 file is as well. */
    private static Charset charset(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
        try (var in = Files.newByteChannel(path)) {
            boolean end = false;
            while (!end) {
                end = in.read(bytes) < 0;
                bytes.flip();
                if (decoder.decode(bytes, chars, end).isError()) {
                    return GB18030;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return StandardCharsets.UTF_8;
    }
}
