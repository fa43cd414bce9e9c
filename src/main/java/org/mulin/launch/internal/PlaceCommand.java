package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mulin.area.AreaTree;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackContents;
import org.mulin.triage.NamedPlaces;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "place",
        description = "Tells from the names in messages which area of a pack each belongs to: a line of JSON each, in "
                + "the order of the file. Needs no server and no database.",
        mixinStandardHelpOptions = true)
final class PlaceCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "messages, one JSON object a line (also .gz): subject, body, id or uid")
    private Path file = Path.of("");

    @Option(names = "--pack", paramLabel = "DIR", required = true, description = "folder of the policy pack")
    private Path pack = Path.of("");

    @Option(names = "--json", description = "lines of JSON (the default is the same)", hidden = true)
    private boolean asJson;

    @Override
    public Integer call() throws IOException {
        PackContents contents;
        try {
            contents = PackCheck.read(pack, PackCheck.tables());
        } catch (PackBroken broken) {
            PackCommand.print(broken.problems(), System.err);
            return 1;
        }
        LocalDate today =
                LocalDate.now(Clock.system(contents.content(CityTable.class).zone()));
        NamedPlaces places = NamedPlaces.in(AreaTree.of(contents, today));
        JsonMapper json = new JsonMapper();
        StringBuilder lines = new StringBuilder();
        for (MessageFile.Message message : MessageFile.read(file)) {
            PlaceGuess guess = places.read(message.text()).orElse(null);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("uid", message.id());
            line.put("area", guess == null ? null : guess.areaCode());
            line.put("confidence", guess == null ? 0 : ClassifyCommand.rounded(guess.confidence()));
            line.put("span", guess == null || guess.span() == null ? null : told(guess.span()));
            lines.append(json.writeValueAsString(line)).append('\n');
        }
        System.out.print(lines);
        return 0;
    }

    /** Offsets count in subject, line break, body. */
    private static Map<String, Object> told(Span span) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("from", span.from());
        told.put("to", span.to());
        told.put("words", span.words());
        return told;
    }
}
