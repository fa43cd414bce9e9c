package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mulin.triage.HotIssue;
import org.mulin.triage.HotRule;
import org.mulin.triage.HotWords;
import org.mulin.triage.Likeness;
import org.mulin.triage.Voice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "hot",
        description = "Finds what many people say about one thing. Needs no server and no database.",
        mixinStandardHelpOptions = true)
final class HotCommand implements Callable<Integer> {
    private static final int TITLE_MAX = 40;
    private static final int ISSUES_MAX = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "messages, one JSON object a line (also .gz): subject, body, id or uid, time, user, up")
    private List<Path> files = List.of();

    @Option(names = "--people", paramLabel = "N", description = "so many people at least; default: ${DEFAULT-VALUE}")
    private int people_min = HotRule.DEFAULT.people_min();

    @Option(names = "--json", description = "one array of JSON")
    private boolean asJson;

    @Override
    public Integer call() throws IOException {
        List<MessageFile.Message> messages = new ArrayList<>();
        for (Path file : files) {
            messages.addAll(MessageFile.read(file));
        }
        HotRule base = HotRule.DEFAULT;
        HotRule rule = new HotRule(Math.max(2, people_min), base.person(), base.repeat(), base.like());
        Likeness<Integer> index = index(messages);
        List<HotIssue<Integer>> hot = index.hot(rule, _ -> true, ISSUES_MAX);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (HotIssue<Integer> issue : hot) {
            HotWords words = index.words(
                    issue.members().stream().map(i -> messages.get(i).text()).toList());
            lines.add(line(lines.size() + 1, issue, words, messages, rule));
        }
        if (asJson) {
            System.out.println(new JsonMapper().writeValueAsString(lines));
        } else {
            lines.forEach(line -> System.out.printf(
                    "%s. %s（%s）%s%n", line.get("rank"), line.get("title"), line.get("place"), line.get("why")));
        }
        return 0;
    }

    /** A message without a time came with the one before it. */
    private static Likeness<Integer> index(List<MessageFile.Message> messages) {
        Likeness<Integer> index = Likeness.empty();
        Instant before = messages.stream()
                .map(message -> message.sender().at())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(Instant.EPOCH);
        for (int i = 0; i < messages.size(); i++) {
            MessageFile.Sender sender = messages.get(i).sender();
            Instant at = sender.at() == null ? before : sender.at();
            index.put(i, new Voice(messages.get(i).text(), at, sender.user(), "", sender.likes()));
            before = at;
        }
        return index;
    }

    private static Map<String, Object> line(
            int rank, HotIssue<Integer> issue, HotWords words, List<MessageFile.Message> messages, HotRule rule) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rank", rank);
        line.put("title", title(messages.get(issue.typical())));
        line.put("place", words.place());
        List<Instant> moments = issue.members().stream()
                .map(i -> messages.get(i).sender().at())
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        line.put("from", moments.isEmpty() ? null : time(moments.getFirst()));
        line.put("to", moments.isEmpty() ? null : time(moments.getLast()));
        line.put("people", issue.people());
        line.put("messages", issue.members().size());
        line.put("likes", issue.likes());
        line.put(
                "members",
                issue.members().stream().map(i -> messages.get(i).id()).toList());
        line.put("score", Math.round(issue.score() * 100) / 100.0);
        line.put("words", words.words());
        line.put("why", why(issue, words.words(), rule));
        return line;
    }

    private static String why(HotIssue<Integer> issue, List<String> words, HotRule rule) {
        int again = issue.members().size() - issue.people();
        return "%d人%d条，点赞%d；共同提到：%s；热度 = %d人×%s + 重复%d条×%s + log₂(1+点赞%d)×%s"
                .formatted(
                        issue.people(),
                        issue.members().size(),
                        issue.likes(),
                        words.isEmpty() ? "—" : String.join("、", words),
                        issue.people(),
                        rule.person(),
                        again,
                        rule.repeat(),
                        issue.likes(),
                        rule.like());
    }

    /** The subject, else how the body begins: up to the end of a sentence, or of a clause. */
    private static String title(MessageFile.Message message) {
        String subject = message.text().subject().strip();
        String words = subject.isEmpty()
                ? message.text().body().strip().split("[。！？!?\\n]", 2)[0].strip()
                : subject;
        if (words.length() <= TITLE_MAX) {
            return words;
        }
        String begin = words.substring(0, TITLE_MAX);
        String clauses = begin.replaceFirst("[，,；;、：:][^，,；;、：:]*$", "");
        return clauses + "…";
    }

    private static String time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZONE).toString();
    }
}
