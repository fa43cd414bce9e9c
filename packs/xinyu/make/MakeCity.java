import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Makes the tables of packs/xinyu that nobody could write by hand; see README.md beside this file. */
final class MakeCity {
    private static final long SEED = 3605;

    private MakeCity() {}

    public static void main(String[] arguments) throws IOException {
        Path divisions = Path.of(arguments[0]);
        Path pack = Path.of(arguments[1]);
        Path make = pack.resolve("make");
        var random = new Random(SEED);
        var territory = new Territory(new Divisions(divisions, make), random);
        territory.lay(SEED);
        territory.write(pack);
        var words = Places.words(make.resolve("words.txt"));
        var places = new Places(territory, new Random(SEED + 1), words);
        places.write(pack);
        var firms = new Firms(new Random(SEED + 2), words);
        firms.found(territory.divisions, places.compounds);
        firms.write(pack, places.compounds);
        new Offices(territory, firms.firms, Csv.read(make.resolve("kinds.csv"))).write(pack);
    }
}
