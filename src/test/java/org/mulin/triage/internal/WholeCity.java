package org.mulin.triage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mulin.area.Area;
import org.mulin.area.AreasTable;
import org.mulin.area.Place;
import org.mulin.area.PlaceKind;
import org.mulin.policy.PackProblems;

/** The names of packs/xinyu as a place reader knows them. */
final class WholeCity {
    private static final Path PACK = Path.of("packs/xinyu");

    private final Map<String, Area> byCode = new HashMap<>();
    private final Map<String, Area> byKey = new HashMap<>();
    private final List<Place> places;
    private final PlaceReader reader;

    WholeCity() {
        List<Area> existing = new ArrayList<>();
        Map<String, Area> ended = new HashMap<>();
        for (Area area : new AreasTable()
                .parse(String.join("\n", lines("areas.csv").toList()), new PackProblems())
                .orElseThrow()) {
            if (area.validTo() == null) {
                existing.add(area);
                byCode.put(area.code(), area);
                byKey.put(area.key(), area);
            } else {
                ended.put(area.code(), area);
            }
        }
        existing.sort(Comparator.comparing(Area::key));
        places = lines("places.csv").skip(1).map(this::place).toList();
        reader =
                new PlaceReader(PlaceReaders.gazetteer(existing, places, code -> Optional.ofNullable(ended.get(code))));
    }

    PlaceReader reader() {
        return reader;
    }

    List<Place> places() {
        return places;
    }

    Area byKey(String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "no " + key);
    }

    Area parent(Area area) {
        return byCode(String.valueOf(area.parentCode()));
    }

    private Area byCode(String code) {
        return Objects.requireNonNull(byCode.get(code), () -> "no " + code);
    }

    private Place place(String line) {
        String[] cells = line.split(",", -1);
        List<String> aliases = cells[3].isEmpty() ? List.of() : List.of(cells[3].split(";"));
        PlaceKind kind = PlaceKind.valueOf(cells[1].toUpperCase(Locale.ROOT));
        return new Place(cells[0], kind, byCode(cells[2]).key(), aliases, null, null);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(PACK.resolve(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
