package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mulin.demo.internal.script.Phrasebook.Phrase;

/** Writes a city's life: the same pack and the same end give the same tales. */
public final class Script {
    static final long SEED = 20_260_913;
    private static final int AUTHORS_MIN = 20;
    private static final int TALES_OF_ONE = 8;

    private final Town town;
    private final Phrasebook book;
    private final Set<String> catalogue;
    private final Set<String> posts;
    private final Rhythm rhythm;
    private final OfficeDay office;
    private final Set<String> settled;

    /** @param pack folder of the pack; its {@code demo} folder holds what is said */
    public Script(Path pack, OfficeDay office) {
        this.town = Town.read(pack);
        this.catalogue = new HashSet<>(Sheet.rows(pack.resolve("matters.csv"), row -> row.get("code")));
        this.book = Phrasebook.read(pack.resolve("demo"), catalogue);
        this.rhythm = Rhythm.read(pack.resolve("demo"));
        this.office = office;
        this.posts = new HashSet<>(Sheet.rows(pack.resolve("posts.csv"), row -> row.get("code")));
        this.settled = new HashSet<>(Sheet.rows(
                pack.resolve("matters.csv"),
                row -> row.isMapped("settle") && row.get("settle").equals("yes") ? row.get("code") : ""));
    }

    /** The place of this name, as the stories name it. */
    public Optional<Spot> place(String name) {
        return town.named(name);
    }

    /** What the desk notes after a call, for stories that end long ago. */
    String callback(int which) {
        List<Phrase> all = book.all("callback");
        return all.isEmpty() ? "" : all.get(Math.floorMod(which, all.size())).words();
    }

    /** @return the tales of so many days, in the order of time, about as many as asked for; none without sayings */
    public List<Tale> tales(Instant end, int days, int count) {
        if (book.sayings().isEmpty() || count == 0) {
            return List.of();
        }
        People people = new People(town, posts, Math.max(AUTHORS_MIN, count / TALES_OF_ONE), new Random(SEED));
        Cast cast = new Cast(town, book, rhythm, new Fates(book), office, people, catalogue, settled, new HashSet<>());
        LocalDate last = LocalDate.ofInstant(end, office.zone());
        double whole = 0;
        for (int back = 0; back < days; back++) {
            whole += rhythm.of(last.minusDays(back));
        }
        List<Tale> all = new ArrayList<>();
        for (int back = days - 1; back >= 0; back--) {
            LocalDate day = last.minusDays(back);
            int today = (int) Math.round(count * rhythm.of(day) / whole);
            all.addAll(new Day(cast, day, end).tales(today));
        }
        all.removeIf(tale -> !tale.at().isBefore(end));
        all.sort(Comparator.comparing(Tale::at));
        return all;
    }
}
