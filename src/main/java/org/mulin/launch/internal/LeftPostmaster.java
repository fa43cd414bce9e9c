package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After kill -9 of the program its postmaster lives on and holds the cluster: stop it, if it is ours. */
final class LeftPostmaster {
    private static final Logger LOG = LoggerFactory.getLogger(LeftPostmaster.class);
    private static final int WAIT_S = 20;

    private LeftPostmaster() {}

    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = pid(cluster);
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(p -> isOurs(p, cluster));
        if (process.isPresent()) {
            LOG.info("Stopping the PostgreSQL (process {}) that an earlier run left behind", pid);
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    static long pid(Path cluster) throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().trim());
    }

    private static boolean isOurs(ProcessHandle process, Path cluster) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(cluster.toString());
        } catch (IOException noProcFolder) {
            return process.info().commandLine().orElse("").contains(cluster.toString());
        }
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(WAIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException stillAlive) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
