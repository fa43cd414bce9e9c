package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mulin.triage.Classifier;
import org.mulin.triage.Classifiers;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "classify",
        description = "Learns labels from messages, tells them, measures how well. Needs no server and no database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ClassifyCommand.Train.class, ClassifyCommand.Predict.class, ClassifyCommand.Evaluate.class})
final class ClassifyCommand {
    private ClassifyCommand() {}

    /** What all three are told. */
    static final class Given {
        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = "messages, one JSON object a line (also .gz): subject, body, id or uid, label, dup_group")
        private List<Path> files = List.of();

        @Option(names = "--model", paramLabel = "DIR", required = true, description = "folder of the model")
        private Path model = Path.of("");

        @Option(
                names = "--split",
                paramLabel = "NAME",
                defaultValue = "",
                description = "only the messages whose split is NAME")
        private String split = "";

        @Option(names = "--subject-only", description = "as if the messages had no body")
        private boolean subjectOnly;

        List<MessageFile.Message> messages() throws IOException {
            List<MessageFile.Message> kept = new ArrayList<>();
            for (Path file : files) {
                for (MessageFile.Message message : MessageFile.read(file)) {
                    if (split.isEmpty() || split.equals(message.split())) {
                        kept.add(subjectOnly ? message.withoutBody() : message);
                    }
                }
            }
            if (kept.isEmpty()) {
                throw new IOException(
                        "%1$s: 没有 split 为 %2$s 的消息 no message whose split is %2$s".formatted(named(), split));
            }
            return kept;
        }

        String named() {
            return String.join(", ", files.stream().map(Path::toString).toList());
        }
    }

    @Command(
            name = "train",
            description = "Learns from the messages of a file that have a label; the others are read and counted, and "
                    + "nothing is learnt from them. The same file and seed give the same model, byte by byte.",
            mixinStandardHelpOptions = true)
    static final class Train implements Callable<Integer> {
        @Mixin
        private Given given = new Given();

        @Option(
                names = {"--unlabeled", "--unlabelled"},
                paramLabel = "FILE",
                arity = "1..*",
                description = "messages without labels: read and checked, and told to be of no use to this recipe")
        private List<Path> unlabelled = List.of();

        @Option(names = "--seed", defaultValue = "20200707", description = "default: ${DEFAULT-VALUE}")
        private long seed;

        @Option(names = "--json", description = "one line of JSON (the default is the same)", hidden = true)
        private boolean asJson;

        @Override
        public Integer call() throws IOException {
            long start_ns = System.nanoTime();
            List<LabelledText> labelled = new ArrayList<>();
            int others = 0;
            int wordless = 0;
            for (MessageFile.Message message : given.messages()) {
                if (message.label() == null) {
                    others++;
                } else if (message.isWordless()) {
                    wordless++;
                } else {
                    labelled.add(message.labelled());
                }
            }
            for (Path more : unlabelled) {
                others += MessageFile.read(more).size();
            }
            if (labelled.stream().map(LabelledText::label).distinct().count() < 2) {
                return Terminal.refuse(
                        given.named() + ": 至少需要两种标签（label）的消息",
                        given.named() + ": messages of at least two labels are needed");
            }
            tellUnused(others, wordless);
            Classifier model = Classifiers.local().train(labelled, seed, System.err::println);
            long bytes = model.save(given.model);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("labelled", labelled.size());
            line.put("unlabelled", others);
            line.put("wordless", wordless);
            line.put("labels", model.labels());
            line.put("sureFrom", rounded(model.sureFrom(false)));
            line.put("sureFromSubjectOnly", rounded(model.sureFrom(true)));
            line.put("bytes", bytes);
            line.put("seconds", rounded((System.nanoTime() - start_ns) / 1e9));
            System.out.println(new JsonMapper().writeValueAsString(line));
            return 0;
        }

        private static void tellUnused(int others, int wordless) {
            if (others > 0) {
                System.err.printf(
                        "%1$d 条无标签消息已检查，但不参与训练：现行方法只从有标签的消息学习 "
                                + "%1$d messages without a label were read and are not used: this recipe learns from "
                                + "labels only%n",
                        others);
            }
            if (wordless > 0) {
                System.err.printf("%1$d 条消息没有文字，不参与训练 %1$d messages hold no words and are not learnt%n", wordless);
            }
        }
    }

    @Command(
            name = "predict",
            description = "Tells the label of each message: a line of JSON each, in the order of the file.",
            mixinStandardHelpOptions = true)
    static final class Predict implements Callable<Integer> {
        @Mixin
        private Given given = new Given();

        @Option(names = "--json", description = "lines of JSON (the default is the same)", hidden = true)
        private boolean asJson;

        @Override
        public Integer call() throws IOException {
            Classifier model = Classifiers.local().load(given.model);
            JsonMapper json = new JsonMapper();
            StringBuilder lines = new StringBuilder();
            for (MessageFile.Message message : given.messages()) {
                double[] probabilities = model.probabilities(message.text());
                int top = Evaluation.top(probabilities);
                Map<String, Double> all = new LinkedHashMap<>();
                for (int label = 0; label < probabilities.length; label++) {
                    all.put(model.labels().get(label), rounded(probabilities[label]));
                }
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("uid", message.id());
                line.put("label", model.labels().get(top));
                line.put("p", rounded(probabilities[top]));
                line.put("sure", probabilities[top] >= message.sureFrom(model));
                line.put("probabilities", all);
                lines.append(json.writeValueAsString(line)).append('\n');
            }
            System.out.print(lines);
            return 0;
        }
    }

    @Command(
            name = "evaluate",
            description = "Measures a model on messages whose label is known. Those without a label are passed over.",
            mixinStandardHelpOptions = true)
    static final class Evaluate implements Callable<Integer> {
        @Mixin
        private Given given = new Given();

        @Option(names = "--json", description = "one line of JSON")
        private boolean asJson;

        @Override
        public Integer call() throws IOException {
            Classifier model = Classifiers.local().load(given.model);
            List<MessageFile.Message> messages = given.messages();
            List<MessageFile.Message> labelled = new ArrayList<>(messages);
            labelled.removeIf(message -> message.label() == null);
            if (labelled.isEmpty()) {
                return Terminal.refuse(
                        given.named() + ": 没有带标签（label）的消息，无法评估",
                        given.named() + ": no message with a label, nothing to measure");
            }
            Map<String, Object> figures = ClassifyFigures.of(model, labelled);
            figures.put("unlabelled", messages.size() - labelled.size());
            if (asJson) {
                System.out.println(new JsonMapper().writeValueAsString(figures));
            } else {
                figures.forEach((name, figure) -> System.out.println(name + " " + figure));
            }
            return 0;
        }
    }

    static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
