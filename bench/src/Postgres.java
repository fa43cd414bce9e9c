import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the kernel says of the database's processes. */
final class Postgres {
    /** Of a line of /proc/PID/stat, counted after the command's name; proc_pid_stat(5). */
    private static final int PARENT = 1;

    private static final int USER_TIME = 11;
    private static final int TICK_ms = 10;

    private Postgres() {}

    /** Of the postmaster in this data folder, of its children and of those that have ended. */
    static Duration processorTime(Path data) throws IOException {
        String postmaster = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip();
        long ticks = 0;
        List<Path> processes;
        try (var all = Files.list(Path.of("/proc"))) {
            processes = all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .toList();
        }
        for (Path process : processes) {
            boolean first = process.getFileName().toString().equals(postmaster);
            String[] fields = fields(process);
            if (fields.length > 0 && (first || fields[PARENT].equals(postmaster))) {
                // the postmaster has the time of the children that it has buried
                for (int field = USER_TIME; field < USER_TIME + (first ? 4 : 2); field++) {
                    ticks += Long.parseLong(fields[field]);
                }
            }
        }
        return Duration.ofMillis(ticks * TICK_ms);
    }

    private static String[] fields(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            // it has ended meanwhile
            return new String[0];
        }
    }

    /** How busy the machine was during the last minute. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
