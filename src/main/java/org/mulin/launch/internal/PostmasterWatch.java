package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees the postmaster end while it is needed (killed for want of memory, say) and starts it again in the same place on
 * the same port; its own log brings back all that was acknowledged. Where that fails, the program ends itself, so that
 * whoever supervises it starts it anew.
 */
final class PostmasterWatch {
    /** EX_UNAVAILABLE of sysexits.h. */
    static final int EXIT_WITHOUT_DATABASE = 69;

    private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);
    /** The killed one's children must let go of its memory first. */
    private static final int TRIES = 30;

    private static final long PAUSE_MS = 1_000;

    private final Path folder;
    private final Path cluster;
    private final Object turn = new Object();
    private volatile boolean over;

    PostmasterWatch(Path folder, Path cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    void begin() throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(LeftPostmaster.pid(cluster))
                .orElseThrow(() -> new IOException("the embedded database has ended"));
        Path program = Path.of(postmaster
                .info()
                .command()
                .orElseThrow(() -> new IOException("the embedded database's program cannot be found")));
        Path control = program.resolveSibling("pg_ctl");
        postmaster
                .onExit()
                .thenRunAsync(
                        () -> revive(control),
                        revival -> Thread.ofPlatform()
                                .daemon()
                                .name("postmaster-watch")
                                .start(revival));
    }

    /** From now on its end is wanted. */
    void end() {
        over = true;
        synchronized (turn) {
            LOG.debug("the postmaster is watched no more");
        }
    }

    private void revive(Path control) {
        if (over) {
            return;
        }
        LOG.error("数据库进程意外终止，正在重新启动。The database process has ended unexpectedly; starting it again.");
        if (!isRevived(control)) {
            LOG.error(
                    "数据库无法重新启动，睦邻退出（退出码 {}）。The database cannot be started again; Mulin ends itself (exit status {}).",
                    EXIT_WITHOUT_DATABASE,
                    EXIT_WITHOUT_DATABASE);
            System.exit(EXIT_WITHOUT_DATABASE);
        }
    }

    private boolean isRevived(Path control) {
        synchronized (turn) {
            for (int i = 0; i < TRIES && !over; i++) {
                try {
                    if (command(control).start().waitFor() == 0) {
                        LOG.warn("数据库已恢复。The database is back.");
                        begin();
                        return true;
                    }
                    Thread.sleep(PAUSE_MS);
                } catch (IOException e) {
                    LOG.error("pg_ctl cannot be run: {}", e.getMessage());
                    return false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return over;
        }
    }

    /** pg_ctl takes port and settings from the options of the last start, which PostgreSQL keeps in the cluster. */
    private ProcessBuilder command(Path control) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // as the library does it: PostgreSQL refuses to run as root
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(control.toString(), "-D", cluster.toString(), "-w", "-t", "60"));
        words.addAll(List.of("-l", folder.resolve("restart.log").toString(), "restart"));
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
}
