package org.mulin.file;

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
public record UnpackedFile(Path path, RowFormat format, Charset charset) implements AutoCloseable {
    private static final int HEAD_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BINARY_LOOK_BYTES = 1 << 10;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Takes the gzip off, if there is one, and finds format and encoding.
     *
     * @throws Refused when it is no file that can be imported
     */
    public static UnpackedFile of(InputStream file, long size_bytes) throws IOException {
        Path path = Files.createTempFile("mulin-import", null);
        try {
            var buffered = new BufferedInputStream(file, BUFFER_BYTES);
            int[] head = head(buffered);
            InputStream plain = isPacked(head) ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
            Files.copy(new GuardedStream(plain, size_bytes), path, StandardCopyOption.REPLACE_EXISTING);
            return laidOpen(path);
        } catch (ZipException | EOFException broken) {
            Files.deleteIfExists(path);
            throw Refused.of("import-file-broken").at("file");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** A file that is called packed and is not would be read as a table without rows. */
    public static boolean isPacked(Path upload) throws IOException {
        return isPacked(head(upload));
    }

    private static boolean isPacked(int[] head) {
        return head[0] == 0x1f && head[1] == 0x8b;
    }

    public RowSource rows(JsonMapper json) throws IOException {
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

    private static int[] head(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            return head(in);
        }
    }

    private static UnpackedFile laidOpen(Path path) throws IOException {
        int[] head = head(path);
        if (head[0] == 'P' && head[1] == 'K') {
            return new UnpackedFile(path, RowFormat.XLSX, StandardCharsets.UTF_8);
        }
        if (head[0] == 0xd0 && head[1] == 0xcf) {
            throw Refused.of("import-old-excel").at("file");
        }
        Charset charset = charset(path, head);
        return new UnpackedFile(path, format(path, charset), charset);
    }

    private static RowFormat format(Path path, Charset charset) throws IOException {
        try (BoundedReader in = BoundedReader.open(path, charset)) {
            int first;
            do {
                first = in.read();
            } while (first >= 0 && first <= ' ');
            if (first < 0) {
                throw Refused.of("import-empty").at("file");
            }
            if (first == '<' || first == '%') {
                throw Refused.of("import-file-kind").at("file");
            }
            return first == '{' ? RowFormat.JSONL : RowFormat.CSV;
        }
    }

    /** Pictures, documents and programs begin with lengths and offsets, and so with zeros that no text has. */
    private static boolean isBinary(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            for (byte one : in.readNBytes(BINARY_LOOK_BYTES)) {
                if (one == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * UTF-16 when its mark stands first (Excel's "Unicode text"); UTF-8 when every byte fits it; else the national
     * GB 18030, which every GBK and GB 2312 file is as well.
     */
    private static Charset charset(Path path, int[] head) throws IOException {
        boolean marked = head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff;
        if (marked && fits(path, StandardCharsets.UTF_16)) {
            return StandardCharsets.UTF_16;
        }
        if (isBinary(path)) {
            throw Refused.of("import-file-kind").at("file");
        }
        if (fits(path, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (fits(path, GB18030)) {
            return GB18030;
        }
        throw Refused.of("import-file-kind").at("file");
    }

    private static boolean fits(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
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
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return true;
    }
}
