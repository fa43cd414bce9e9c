package org.mulin.triage.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that a classifier is kept in: a mark, then its models, each after its length in bytes (0 for none). */
final class ModelFile {
    static final String NAME = "classifier.bin";

    private static final int MARK = 0x4D4C_4333;
    private static final int BYTES_MAX = 64 << 20;

    private ModelFile() {}

    /** @throws IOException when the folder holds no model, or one that this program cannot read */
    static Ensemble load(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "no model in %1$s; train one first: mulin classify train FILE --model %1$s".formatted(folder)
                            + "（文件夹中没有模型，请先训练）");
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MARK) {
                throw new IOException(file + " is of another program or version 模型格式不符，请重新训练");
            }
            return Ensemble.load(in);
        } catch (EOFException | IllegalStateException e) {
            throw new IOException(file + " is broken, train it again 模型文件已损坏，请重新训练", e);
        }
    }

    static void begin(DataOutputStream out) throws IOException {
        out.writeInt(MARK);
    }

    static void write(DataOutputStream out, @Nullable LinearModel model) throws IOException {
        byte[] bytes = model == null ? new byte[0] : model.toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static @Nullable LinearModel read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > BYTES_MAX) {
            throw new EOFException();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return length == 0 ? null : LinearModel.fromBytes(bytes);
    }
}
