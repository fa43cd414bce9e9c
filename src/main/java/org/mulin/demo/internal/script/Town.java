package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where things happen: the pack's communities with their places. Most of it in the streets of the town. */
final class Town {
    private static final int COMMUNITY_DIGITS = 12;
    private static final int STREET_DIGITS = 9;
    /** How many of a hundred appeals come from villages, when their matter lets them. */
    private static final int VILLAGES_PERCENT = 14;

    private record AreaRow(String code, String name, String level, String parent, boolean open) {}

    private final Map<String, Spot> communities = new TreeMap<>();
    private final Map<String, List<Spot>> byStart = new HashMap<>();
    private final Map<String, Spot> byName = new HashMap<>();
    private final List<Spot> urban = new ArrayList<>();
    private final List<Spot> villages = new ArrayList<>();
    private final List<List<Spot>> villagesByStreet;

    private Town(List<AreaRow> areas, List<Spot> places) {
        Map<String, String> names = new HashMap<>();
        Map<String, List<Spot>> byStreet = new TreeMap<>();
        areas.forEach(area -> names.put(area.code(), area.name()));
        for (Spot place : places) {
            byName.putIfAbsent(place.name(), place);
            for (int digits : List.of(0, STREET_DIGITS, COMMUNITY_DIGITS)) {
                String start =
                        place.area().substring(0, Math.min(digits, place.area().length()));
                byStart.computeIfAbsent(place.kind() + " " + start, ignored -> new ArrayList<>())
                        .add(place);
            }
        }
        for (AreaRow area : areas) {
            if (area.level().equals("community") && area.open()) {
                boolean village = byStart.get("compound " + area.code()) == null;
                String name = village ? names.getOrDefault(area.parent(), "") + area.name() : area.name();
                Spot spot = new Spot(name, village ? Spot.VILLAGE : Spot.COMMUNITY, area.code(), null, null);
                communities.put(area.code(), spot);
                (village ? villages : urban).add(spot);
                if (village) {
                    byStreet.computeIfAbsent(area.parent(), ignored -> new ArrayList<>())
                            .add(spot);
                }
            }
        }
        villagesByStreet = List.copyOf(byStreet.values());
    }

    static Town read(Path pack) {
        List<AreaRow> areas = Sheet.rows(
                pack.resolve("areas.csv"),
                row -> new AreaRow(
                        row.get("code"),
                        row.get("name"),
                        row.get("level"),
                        row.get("parent"),
                        row.get("valid_to").isEmpty()));
        List<Spot> places = Sheet.rows(
                pack.resolve("places.csv"),
                row -> new Spot(
                        row.get("name"),
                        row.get("kind"),
                        row.get("area"),
                        number(row.get("lon")),
                        number(row.get("lat"))));
        return new Town(areas, places);
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    /** The place of this name. */
    Optional<Spot> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A community that somebody lives in; those with many compounds more often. */
    Spot home(RandomGenerator random) {
        if (urban.isEmpty() || (!villages.isEmpty() && random.nextInt(100) < VILLAGES_PERCENT)) {
            return village(random);
        }
        Spot first = any(urban, random);
        Spot second = any(urban, random);
        return size(first) >= size(second) ? first : second;
    }

    /** Every street and town as often as any other, however many villages it has. */
    Spot village(RandomGenerator random) {
        return villages.isEmpty() ? any(urban, random) : any(Phrasebook.pick(villagesByStreet, random), random);
    }

    boolean isVillage(Spot community) {
        return community.kind().equals(Spot.VILLAGE);
    }

    /** A place of this kind in the community, else in its street, else anywhere; none when the pack has none. */
    Optional<Spot> near(Spot community, String kind, RandomGenerator random) {
        for (int digits : List.of(COMMUNITY_DIGITS, STREET_DIGITS, 0)) {
            List<Spot> found = byStart.get(kind + " " + community.area().substring(0, digits));
            if (found != null) {
                return Optional.of(any(found, random));
            }
        }
        return Optional.empty();
    }

    /** The community that a place lies in; null for places of a whole street. */
    @Nullable
    Spot communityOf(Spot place) {
        String area = place.area();
        return area.length() < COMMUNITY_DIGITS ? null : communities.get(area.substring(0, COMMUNITY_DIGITS));
    }

    private int size(Spot community) {
        List<Spot> compounds = byStart.get("compound " + community.area());
        return compounds == null ? 0 : compounds.size();
    }

    private static Spot any(List<Spot> spots, RandomGenerator random) {
        return spots.get(random.nextInt(spots.size()));
    }
}
