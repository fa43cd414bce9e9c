package org.mulin.launch;

import org.mulin.launch.internal.Commands;

/** The command line: {@code ./mulin demo | serve | import | pack | …}. */
public final class Mulin {
    private Mulin() {}

    public static void main(String[] arguments) {
        int status = Commands.run(arguments);
        if (status != Commands.RUNNING) {
            System.exit(status);
        }
    }
}
