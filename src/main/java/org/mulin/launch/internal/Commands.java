package org.mulin.launch.internal;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** All commands of {@code ./mulin}. */
@Command(
        name = "mulin",
        description = "Mulin 睦邻: a city's community-governance system.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            PackCommand.class,
            ClassifyCommand.class,
            HotCommand.class,
            PlaceCommand.class
        })
public final class Commands {
    /** A server was started: the process lives until it is told to stop. */
    public static final int RUNNING = -1;

    private Commands() {}

    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println("命令行有误，用法如下。The command line is wrong: " + wrong.getMessage());
                    command.usage(command.getErr());
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, given) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure;
                    }
                    command.getErr().println("未能完成。It could not be done: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
