package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mulin.triage.Backing;
import org.mulin.triage.Correction;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Span;
import org.mulin.triage.Text;

/** Whatever people paste, a message is read in time linear in its length and never breaks the reading. */
class HostileTextTest {
    private static final LinearModel MODEL = SmallCity.model();
    private static final LinearModel COLD = new Trainer(2).train(new SeedExamples(2).of(SmallCity.MATTERS));
    private static final PlaceReader PLACES = new PlaceReader(SmallCity.gazetteer());
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Property(tries = 400, seed = "20261123")
    void everyTextIsRead(@ForAll("hostile") String subject, @ForAll("hostile") String body) {
        Text text = new Text(subject, body);
        Plain plain = Plain.of(text.whole());
        List<MatterGuess> guesses = ReadingService.matters(MODEL, text, plain);
        assertThat(guesses.isEmpty()).isEqualTo(plain.isBlank());
        double sum = guesses.stream().mapToDouble(MatterGuess::probability).sum();
        assertThat(sum).isBetween(0.0, 1 + 1e-9);
        assertThat(guesses)
                .allSatisfy(guess -> assertThat(guess.tellingWords())
                        .allSatisfy(word -> assertThat(text.whole()).contains(word)));
        PLACES.named(text, plain).ifPresent(guess -> {
            assertThat(guess.confidence()).isBetween(0.0, 1.0);
            Span span = guess.span();
            if (span != null) {
                assertThat(text.whole().substring(span.from(), span.to())).isEqualTo(span.words());
            }
        });
    }

    /** With another model of the phrases beside it, and taught and tried on whatever people paste. */
    @Property(tries = 200, seed = "20261130")
    void whatStandsBehindAGuessIsToldOfEveryText(@ForAll("hostile") String subject, @ForAll("hostile") String body) {
        Text text = new Text(subject, body);
        Plain plain = Plain.of(text.whole());
        Trial trial = Trial.of(
                MODEL,
                List.of(new Correction(new UUID(0, 1), text, "L1"), new Correction(new UUID(0, 2), text, "gone")));
        assertThat(trial.tickets()).isEqualTo(1);
        ServedModel served = new ServedModel(2, 1, MODEL, 1, COLD, Map.of("L1", 7), trial.sureness());
        List<MatterGuess> guesses = served.backed(ReadingService.matters(MODEL, text, plain), text, plain);
        assertThat(guesses.isEmpty()).isEqualTo(plain.isBlank());
        assertThat(guesses).allSatisfy(guess -> {
            Backing backing = Objects.requireNonNull(guess.backing());
            assertThat(backing.cold()).isBetween(0.0, 1.0);
            assertThat(backing.confirmed()).isEqualTo(guess.code().equals("L1") ? 7 : 0);
            assertThat(Objects.requireNonNull(backing.heldBack()).right()).isZero();
        });
        assertThat(HeldBack.is(text)).isEqualTo(HeldBack.is(new Text(subject + "\n" + body, "")));
    }

    @Property(tries = 200, seed = "20261123")
    void invisibleCharactersAndTagsChangeNothing(@ForAll("invisible") String noise) {
        Text clean = new Text("东湖区翠苑小区路灯坏了", "好几天没有人修");
        Text noisy = new Text("东湖" + noise + "区翠" + noise + "苑小区路灯坏" + noise + "了", "<p>好几天没有人修</p>");
        assertThat(first(noisy)).isEqualTo(first(clean));
        assertThat(PLACES.named(noisy, Plain.of(noisy.whole())).orElseThrow().areaCode())
                .isEqualTo(PLACES.named(clean, Plain.of(clean.whole()))
                        .orElseThrow()
                        .areaCode());
    }

    @Example
    void timeGrowsWithTheLengthOnly() {
        for (String piece : List.of("路灯坏了，", "人民路", "<a", "a1", "\u200b", "😀", "垃圾", "1", "翠苑小区东湖区")) {
            read(piece.repeat(4_000));
            long small_ns = best(piece.repeat(4_000 / piece.length()));
            long large_ns = best(piece.repeat(64_000 / piece.length()));
            assertThat((double) large_ns / small_ns)
                    .as("16 times the length of '%s' took %d ns against %d ns", piece, large_ns, small_ns)
                    .isLessThan(64);
        }
    }

    /** Of the processor's time, so that what else runs on the machine does not count. */
    private static long best(String words) {
        long best_ns = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start_ns = CLOCK.getCurrentThreadCpuTime();
            read(words);
            best_ns = Math.min(best_ns, CLOCK.getCurrentThreadCpuTime() - start_ns);
        }
        return Math.max(best_ns, 20_000);
    }

    private static void read(String words) {
        Text text = new Text("", words);
        Plain plain = Plain.of(text.whole());
        ReadingService.matters(MODEL, text, plain);
        PLACES.named(text, plain);
    }

    private static String first(Text text) {
        return ReadingService.matters(MODEL, text, Plain.of(text.whole()))
                .getFirst()
                .code();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "路灯坏了",
                "垃圾",
                "东湖区",
                "翠苑",
                "A1区",
                "ａ１２县",
                "人民路",
                "😀",
                "👨‍👩‍👧‍👦",
                "\u200b",
                "\ufeff",
                "\u202e",
                "<script>",
                "<",
                ">",
                "</p>",
                "&nbsp;",
                "\u0000",
                "\ud800",
                "\udc00",
                "𠮷",
                "ﷺ",
                "İ",
                "0",
                "１２３",
                " ",
                "　",
                "\n",
                "\r\n",
                "請問",
                "e\u0301");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                pieces.list().ofMaxSize(60).map(list -> String.join("", list)),
                pieces.map(piece -> piece.repeat(12_000 / piece.length())));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u202e", "\ufe0f")
                .list()
                .ofMaxSize(5)
                .map(list -> String.join("", list));
    }
}
