package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mulin.triage.Text;

/** What people write in another city names nothing in this one, however everyday the names of its villages are. */
class OtherCitysMessagesTest {
    /** From here on a place is believed without asking anybody (auto_place_confidence). */
    private static final double BELIEVED = 0.5;

    private final WholeCity city = new WholeCity();

    @Test
    void hardlyAnyIsPlacedHere() throws IOException {
        RealMessages.assumeThere();
        List<Text> texts = RealMessages.texts();
        List<String> placed = new ArrayList<>();
        for (Text text : texts) {
            city.reader()
                    .named(text, Plain.of(text.whole()))
                    .filter(guess -> guess.confidence() >= BELIEVED)
                    .ifPresent(guess -> placed.add(city.byKey(guess.areaKey()).name() + " " + guess.span()));
        }
        System.out.printf(
                "%d of %d messages to another city are placed in this one: %s%n", placed.size(), texts.size(), placed);
        assertThat(placed).hasSizeLessThanOrEqualTo(texts.size() * 15 / 1000);
    }

    @Test
    void everydayWordsAreNoVillages() {
        for (String words : List.of("小区花园里的路灯不亮了，晚上很黑", "我家在新村这边，垃圾没人收", "学校南门口天天堵车", "建设工地半夜施工")) {
            Text text = new Text("", words);
            assertThat(city.reader().named(text, Plain.of(words)).filter(guess -> guess.confidence() >= BELIEVED))
                    .as(words)
                    .isEmpty();
        }
    }
}
