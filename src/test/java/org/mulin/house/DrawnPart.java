package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.base.Texts;

/** A part of the docs that is drawn from the code, between two marks; {@code -Dmulin.docs.write=true} draws it anew. */
public final class DrawnPart {
    private DrawnPart() {}

    /** The committed document shows what the code says now, or is written so. */
    public static void check(String document, String begin, String end, String drawn) throws IOException {
        Path doc = Path.of(document);
        String committed = Files.readString(doc);
        int from = committed.indexOf(begin) + begin.length();
        assertThat(from).as("%s holds %s", document, begin).isGreaterThanOrEqualTo(begin.length());
        int to = committed.indexOf(end, from);
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(doc, committed.substring(0, from) + drawn + committed.substring(to));
        } else {
            assertThat(committed.substring(from, to)).isEqualTo(drawn);
        }
    }

    /** A life cycle: its states with their names, its arrows as lines of Mermaid. */
    public static <S extends Enum<S>> String diagram(S[] states, Function<S, String> name, List<String> arrows) {
        String named = Arrays.stream(states)
                .map(state -> "  " + state + ": " + name.apply(state) + "\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n" + named + String.join("", arrows) + "```\n";
    }

    /** @param from null where a life begins */
    public static String arrow(@Nullable Object from, Object to, String deed, String who, String more) {
        return "  " + (from == null ? "[*]" : from) + " --> " + to + ": " + deed + "（" + who + "）" + more + "\n";
    }

    /** The Chinese name of a text code. */
    public static String zh(String code) {
        return Texts.in(Locale.SIMPLIFIED_CHINESE, Said.of(code));
    }

    /** The glossary's Chinese names of terms that begin so. */
    public static UnaryOperator<String> glossary(String prefix) throws IOException {
        Map<String, String> names = Files.readAllLines(Path.of("docs/glossary.csv")).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        return term -> Objects.requireNonNull(names.get(term), term);
    }
}
