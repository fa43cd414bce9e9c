package org.mulin.triage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mulin.area.AreaTree;
import org.mulin.policy.PackCheck;
import org.mulin.triage.NamedPlaces;
import org.mulin.triage.PlaceGuess;
import tools.jackson.databind.JsonNode;

/** bench/run place [DIR]: of the messages labelled by hand, how many are read into their area. */
public final class PlaceBench {
    private static final double SURE = 0.9;

    private PlaceBench() {}

    public static void run(String folder) throws IOException {
        Path pack = Path.of("src/test/packs/a-shi");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        NamedPlaces places = NamedPlaces.in(AreaTree.of(PackCheck.read(pack, PackCheck.tables()), today));
        Map<String, JsonNode> messages = HandLabels.messages(folder, "f3_hot");
        int named = 0;
        int right = 0;
        int surelyWrong = 0;
        int others = 0;
        int othersSurelyPlaced = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> label :
                HandLabels.of("place-labels.csv").entrySet()) {
            Optional<PlaceGuess> guess = places.read(HandLabels.text(messages.get(label.getKey())));
            String area = guess.map(PlaceGuess::areaCode).orElse("");
            boolean sure = guess.map(PlaceGuess::confidence).orElse(0.0) >= SURE;
            if (label.getValue().isEmpty()) {
                others++;
                othersSurelyPlaced += sure ? 1 : 0;
                continue;
            }
            named++;
            if (area.equals(label.getValue())) {
                right++;
            } else {
                surelyWrong += sure ? 1 : 0;
                wrong.add("%s: %s instead of %s, %.2f"
                        .formatted(
                                label.getKey(),
                                area.isEmpty() ? "nothing" : area,
                                label.getValue(),
                                guess.map(PlaceGuess::confidence).orElse(0.0)));
            }
        }
        wrong.forEach(System.out::println);
        System.out.printf(
                "%d name a district: %.1f %% right, %.1f %% wrong with %.1f or more%n",
                named, 100.0 * right / named, 100.0 * surelyWrong / named, SURE);
        System.out.printf(
                "%d name none as their place: %d placed with %.1f or more%n", others, othersSurelyPlaced, SURE);
    }
}
