package org.mulin.launch.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands of {@code ./mulin}. */
@Command(
        name = "mulin",
        description = "Mulin 睦邻: a city's community-governance system.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, ServeCommand.class, ImportCommand.class, PackCommand.class})
public final class Commands {
    /** A server was started: the process lives until it is told to stop. */
    public static final int RUNNING = -1;

    private Commands() {}

    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
