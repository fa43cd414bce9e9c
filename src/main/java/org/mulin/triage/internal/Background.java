package org.mulin.triage.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mulin.triage.Matters;

/** What people also write about and the catalogue does not hold, and what says nothing at all (background.txt). */
final class Background {
    /** A line of the file: its phrases are left out where the catalogue uses one of the keywords. */
    private record Topic(List<String> keywords, List<String> phrases) {
        static Topic of(String line) {
            int bar = line.indexOf('|');
            return new Topic(parts(line.substring(0, bar)), parts(line.substring(bar + 1)));
        }

        private static List<String> parts(String list) {
            return Arrays.stream(list.split(";"))
                    .filter(part -> !part.isBlank())
                    .toList();
        }

        boolean isHeldBy(List<String> catalogue) {
            return catalogue.stream().anyMatch(words -> keywords.stream().anyMatch(words::contains));
        }
    }

    private static final List<Topic> TOPICS =
            SeedFile.lines("background.txt").stream().map(Topic::of).toList();

    private Background() {}

    /** The phrases that belong to none of the catalogue's matters, no more than the catalogue has of its own. */
    static List<String> phrases(Matters matters) {
        List<String> catalogue = matters.leaves().stream()
                .flatMap(matter -> Stream.concat(Stream.of(matter.name()), matter.phrases().stream()))
                .toList();
        List<String> foreign = TOPICS.stream()
                .filter(topic -> !topic.isHeldBy(catalogue))
                .flatMap(topic -> topic.phrases().stream())
                .toList();
        int kept = Math.min(foreign.size(), catalogue.size());
        return IntStream.range(0, kept)
                .mapToObj(i -> foreign.get((int) ((long) i * foreign.size() / kept)))
                .toList();
    }
}
