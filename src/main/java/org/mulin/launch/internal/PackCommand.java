package org.mulin.launch.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "pack",
        description = "Works on policy packs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PackCommand.Check.class)
final class PackCommand {
    @Command(
            name = "check",
            description = "Checks a policy pack; names file, line and column of each mistake (exit status 1).",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "folder of the pack")
        private Path folder = Path.of(".");

        @Override
        public Integer call() {
            List<PackProblem> problems = PackCheck.run(folder, PackCheck.tables());
            print(problems, System.err);
            if (problems.isEmpty()) {
                System.out.println(folder + ": no mistakes 未发现错误");
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }

    /** Chinese, unless the terminal asks for English. */
    private static Locale language() {
        String terminal = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return terminal.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    static void print(List<PackProblem> problems, PrintStream out) {
        problems.forEach(problem -> out.println(problem.shown(language())));
        if (!problems.isEmpty()) {
            out.println(problems.size() + " 处错误 mistake(s)");
        }
    }
}
