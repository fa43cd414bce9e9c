package org.mulin.launch.internal;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A start that the user breaks off is no failure: one line instead of what every part of the program then says. */
final class Stopping {
    private static volatile boolean started;
    private static volatile boolean underWay;

    private Stopping() {}

    static void sayInOneLine() {
        Runtime.getRuntime().addShutdownHook(new Thread(Stopping::say, "stopping"));
    }

    private static void say() {
        if (!started) {
            underWay = true;
            LoggingSystem.get(Stopping.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
            System.err.println();
            System.err.println(
                    "已停止，启动未完成；下次启动将从头开始。" + " Stopped before the start was complete; the next one begins anew.");
        }
    }

    static void started() {
        started = true;
    }

    static boolean isUnderWay() {
        return underWay;
    }
}
