package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mulin.area.Area;
import org.mulin.area.AreasTable;
import org.mulin.policy.PackProblems;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Text;

/** Real messages to a city whose names were replaced (A市, districts A1区 to A9市): each in the district it names. */
class DistrictsOfACityTest {
    private static final Path AREAS = Path.of("src/test/packs/a-shi/areas.csv");
    private static final Pattern DISTRICT = Pattern.compile("A[0-9]+[区县市]");

    private final List<Area> areas = areas();
    private final PlaceReader reader =
            new PlaceReader(PlaceReaders.gazetteer(areas, List.of(), code -> Optional.empty()));

    @Test
    void messagesThatNameADistrictAreReadIntoIt() throws IOException {
        RealMessages.assumeThere();
        Set<String> districts = new HashSet<>(areas.stream().map(Area::name).toList());
        int naming = 0;
        int right = 0;
        for (Text text : RealMessages.texts()) {
            List<String> named = named(text, districts);
            if (!named.isEmpty()) {
                naming++;
                right += named.contains(district(text)) ? 1 : 0;
            }
        }
        System.out.printf("%d of %d messages that name a district are placed in it%n", right, naming);
        assertThat(naming).isGreaterThan(1_500);
        assertThat((double) right / naming).isGreaterThanOrEqualTo(0.95);
    }

    /** The only district the text names, or else the first and the most frequent one. */
    private static List<String> named(Text text, Set<String> districts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher names = DISTRICT.matcher(text.whole());
        while (names.find()) {
            if (districts.contains(names.group())) {
                counts.merge(names.group(), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        String first = counts.keySet().iterator().next();
        String most = counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        return List.of(first, most);
    }

    private String district(Text text) {
        String code = reader.named(text, Plain.of(text.whole()))
                .map(PlaceGuess::areaCode)
                .orElse("");
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .map(Area::name)
                .findFirst()
                .orElse("");
    }

    private static List<Area> areas() {
        try {
            return new AreasTable()
                    .parse(Files.readString(AREAS), new PackProblems())
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
