package org.mulin.launch.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
            boolean sound = problems.stream().allMatch(PackProblem::warning);
            if (sound) {
                System.out.println(folder + ": no mistakes 未发现错误");
            }
            return sound ? 0 : 1;
        }
    }

    /** Of a pack that may be put in force: how many things deserve a look, and where they are told. */
    static void printCount(List<PackProblem> warnings, Path pack, PrintStream out) {
        if (!warnings.isEmpty()) {
            out.println("%1$d 处提醒 warning(s): ./mulin pack check %2$s".formatted(warnings.size(), pack));
        }
    }

    static void print(List<PackProblem> problems, PrintStream out) {
        problems.forEach(problem -> out.println(problem.shown(Terminal.language())));
        long mistakes = problems.stream().filter(problem -> !problem.warning()).count();
        if (mistakes > 0) {
            out.println(mistakes + " 处错误 mistake(s)");
        }
        if (mistakes < problems.size()) {
            out.println(problems.size() - mistakes + " 处提醒 warning(s)");
        }
    }
}
