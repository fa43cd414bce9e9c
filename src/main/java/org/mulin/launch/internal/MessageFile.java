package org.mulin.launch.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.mulin.base.DirtyTime;
import org.mulin.triage.Classifier;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of messages, one JSON object a line, UTF-8, also gzip (told by its first bytes): {@code subject} or
 * {@code body} or both, which may be null or empty (there are messages without a word), {@code id} or {@code uid},
 * {@code label} where it is known, {@code dup_group} of near-duplicates, {@code split}; {@code time}, {@code user} and
 * {@code up}, where it matters who spoke when. What else a line holds is left alone.
 */
final class MessageFile {
    private static final int MISTAKES_SHOWN = 20;
    private static final int MISTAKES_MAX = 1_000;
    private static final int GZIP_MARK = 0x1F8B;
    /** Of times without an offset. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One message; without an id it is called by its line. */
    record Message(String id, Text text, @Nullable String label, String group, String split, Sender sender) {
        /** @throws IllegalStateException when the label is not known */
        LabelledText labelled() {
            if (label == null) {
                throw new IllegalStateException("no label");
            }
            return new LabelledText(text, label, group);
        }

        /** As the classifier sees it: the body holds no letter and no digit. */
        boolean isBodiless() {
            return isWordless(text.body());
        }

        /** Neither subject nor body says anything. */
        boolean isWordless() {
            return isWordless(text.whole());
        }

        /** From which probability on a guess about it may be believed; never, when it says nothing. */
        double sureFrom(Classifier model) {
            return isWordless() ? Double.POSITIVE_INFINITY : model.sureFrom(isBodiless());
        }

        private static boolean isWordless(String words) {
            return words.codePoints().noneMatch(Character::isLetterOrDigit);
        }

        Message withoutBody() {
            return new Message(id, new Text(text.subject(), ""), label, group, split, sender);
        }
    }

    /**
     * Who wrote when.
     *
     * @param at null when the line has no time that can be read
     * @param user empty when it has none
     * @param likes others who agreed ({@code up})
     */
    record Sender(@Nullable Instant at, String user, int likes) {}

    /** Lines that cannot be read; each is named in both languages. */
    static final class Mistakes extends IOException {
        private static final long serialVersionUID = 1;

        Mistakes(String message) {
            super(message);
        }
    }

    private final Path file;
    private final JsonMapper json = new JsonMapper();
    private final List<Message> messages = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private MessageFile(Path file) {
        this.file = file;
    }

    /**
     * All messages, in the order of the file; empty lines are passed over.
     *
     * @throws Mistakes when lines cannot be read: nothing of the file is used then
     * @throws IOException when the file is absent, no UTF-8 or a broken gzip
     */
    static List<Message> read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException(file + ": no such file 找不到文件");
        }
        MessageFile reading = new MessageFile(file);
        reading.readAll();
        if (!reading.mistakes.isEmpty()) {
            throw new Mistakes(reading.told());
        }
        if (reading.messages.isEmpty()) {
            throw new IOException(file + ": no messages 文件中没有消息");
        }
        return reading.messages;
    }

    private void readAll() throws IOException {
        int number = 0;
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (var lines = new BufferedReader(new InputStreamReader(open(), decoder))) {
            String line = lines.readLine();
            while (line != null && mistakes.size() < MISTAKES_MAX) {
                number++;
                take(number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line, number);
                line = lines.readLine();
            }
        } catch (EOFException | ZipException e) {
            throw new IOException(file + ": 压缩文件不完整 the gzip file is cut or broken", e);
        } catch (MalformedInputException e) {
            throw new IOException("%s:%d: 之后不是 UTF-8 编码 what follows is not UTF-8".formatted(file, number), e);
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        int mark = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return mark == GZIP_MARK ? new GZIPInputStream(bytes) : bytes;
    }

    private void take(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        JsonNode row;
        try {
            row = json.readTree(line);
        } catch (JacksonException e) {
            mistake(number, "不是有效的 JSON", "is no valid JSON");
            return;
        }
        if (!row.isObject()) {
            mistake(number, "不是 JSON 对象", "is no JSON object");
            return;
        }
        for (String name : List.of("subject", "body", "label", "dup_group", "split")) {
            if (row.hasNonNull(name) && !row.path(name).isString()) {
                mistake(number, name + " 应为文本", name + " must be a text");
                return;
            }
        }
        if (!row.has("subject") && !row.has("body")) {
            mistake(number, "subject（标题）和 body（内容）都没有", "holds neither subject nor body");
            return;
        }
        messages.add(message(row, number));
    }

    private static Message message(JsonNode row, int number) {
        Text text = new Text(row.path("subject").asString(""), row.path("body").asString(""));
        String label = row.path("label").asString("").strip();
        String id = row.path("id").asString(row.path("uid").asString(""));
        return new Message(
                id.isEmpty() ? String.valueOf(number) : id,
                text,
                label.isEmpty() ? null : label,
                row.path("dup_group").asString(text.whole()),
                row.path("split").asString(""),
                new Sender(
                        DirtyTime.read(row.path("time").asString(""), ZONE),
                        row.path("user").asString(""),
                        Math.max(0, row.path("up").asInt(0))));
    }

    private void mistake(int number, String chinese, String english) {
        mistakes.add("%s:%d: %s；%s".formatted(file, number, chinese, english));
    }

    private String told() {
        StringBuilder told = new StringBuilder();
        mistakes.stream()
                .limit(MISTAKES_SHOWN)
                .forEach(each -> told.append(each).append('\n'));
        if (mistakes.size() > MISTAKES_SHOWN) {
            told.append("…\n");
        }
        return told.append(mistakes.size()).append(" 行有误 line(s) with mistakes").toString();
    }
}
