package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies a database that is at work, by PostgreSQL's own way for that: what is written meanwhile is in the log that is
 * copied last, and the copy's first start replays it. See "Making a Non-Exclusive Low-Level Backup" in its manual.
 */
final class DatabaseCopy {
    private static final String LOG = "pg_wal";
    /** Belongs to the process that runs, or is made anew at each start. */
    private static final Set<String> OF_THE_PROCESS =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_dynshmem", "pg_notify", "pg_stat_tmp");

    private final Connection superuser;

    DatabaseCopy(Connection superuser) {
        this.superuser = superuser;
    }

    /** @param to must not exist yet */
    void make(Path cluster, Path to) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            String first = one(statement, "select pg_walfile_name(pg_backup_start('mulin', true))");
            FolderCopy.copy(cluster, to, path -> !isLog(path) && !isOfTheProcess(path));
            for (String emptied : Set.of("pg_dynshmem", "pg_notify", "pg_stat_tmp", LOG, LOG + "/archive_status")) {
                Files.createDirectories(to.resolve(emptied));
            }
            try (var end = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                end.next();
                Files.writeString(to.resolve("backup_label"), end.getString(1));
            }
            FolderCopy.copy(cluster.resolve(LOG), to.resolve(LOG + ".new"), path -> isSince(path, first));
            Files.move(to.resolve(LOG + ".new"), emptied(to.resolve(LOG)));
            Files.createDirectories(to.resolve(LOG).resolve("archive_status"));
        }
    }

    private static Path emptied(Path folder) throws IOException {
        FolderCopy.delete(folder);
        return folder;
    }

    private static boolean isLog(Path path) {
        return path.startsWith(LOG);
    }

    private static boolean isOfTheProcess(Path path) {
        return OF_THE_PROCESS.contains(path.getName(0).toString());
    }

    /** Names of log files are numbers of equal length. */
    private static boolean isSince(Path file, String first) {
        String name = file.getFileName().toString();
        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
