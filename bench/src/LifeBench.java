import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.mulin.MulinApplication;
import org.mulin.access.internal.BenchPeople;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.ServiceLife;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What one full life of a ticket costs, in processor time of the program and its database and in write-ahead log: by
 * the services, over HTTP, by bare SQL that writes the same rows, and in an embedded process engine. All in one
 * process on one PostgreSQL, warm, in slices that take turns; what the program does when nobody asks is taken off.
 */
final class LifeBench implements Bench.Measurement {
    private static final int ROUNDS = 5;
    /** The first slice of each is so much longer and is not counted. */
    private static final int WARM = 5;

    private static final String AREA = "360502001001001";
    private static final int AUTHORS = 300;

    private final OperatingSystemMXBean machine =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Path data;
    private Connection superuser;
    private WriteRecorder recorder;

    @Override
    public void run(Bench.Options options) throws Exception {
        data = options.data().resolveSibling(options.data().getFileName() + "-life").toAbsolutePath();
        try (ConfigurableApplicationContext program = program(options.port())) {
            superuser = Server.database(data, "mulin");
            quiet();
            Map<String, Life> lives = lives(program, options.port());
            lives.put("idle", () -> Thread.sleep(100));
            Map<String, Spent> spent = new LinkedHashMap<>();
            long slice_ns = options.seconds() * 1_000_000_000L / ROUNDS;
            for (int round = -1; round < ROUNDS; round++) {
                for (var life : lives.entrySet()) {
                    Spent one = slice(life.getValue(), round < 0 ? WARM * slice_ns : slice_ns);
                    if (round >= 0) {
                        spent.merge(life.getKey(), one, Spent::plus);
                    }
                }
            }
            print(spent);
        }
    }

    /** The program in this process, so that the same engine of Java serves all and warms up alike. */
    private ConfigurableApplicationContext program(int port) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("mulin.data", data.toString());
        settings.put("mulin.pack", Path.of("packs/xinyu").toAbsolutePath().toString());
        settings.put("mulin.demo", false);
        settings.put("mulin.local-token", "bench");
        settings.put("mulin.admin-password", Server.ADMIN_PASSWORD);
        // learning from corrections is no part of a life: one training serves all that came before it
        settings.put("mulin.triage.quiet", "24h");
        SpringApplication application = new SpringApplication(MulinApplication.class);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", settings));
            context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof DataSource database && recorder == null) {
                        recorder = new WriteRecorder(database);
                        return recorder;
                    }
                    return bean;
                }
            });
        });
        return application.run();
    }

    /** What depends on its moment and not on the life is left out for all: whole pages after a checkpoint, vacuum. */
    private void quiet() throws Exception {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter system set checkpoint_timeout = '1h'");
            statement.execute("alter system set max_wal_size = '16GB'");
            statement.execute("alter system set full_page_writes = off");
            statement.execute("alter system set autovacuum = off");
            statement.execute("select pg_reload_conf()");
            ResultSet there = statement.executeQuery("select 1 from pg_database where datname = 'flowable'");
            if (!there.next()) {
                statement.execute("create database flowable owner mulin");
            }
        }
    }

    private Map<String, Life> lives(ConfigurableApplicationContext program, int port) throws Exception {
        BenchPeople people = new BenchPeople(program);
        ServiceLife services = new ServiceLife(program);
        HttpLife http = new HttpLife(port);
        String dispatcher = http.account("hotline-clerk");
        Turns<Actor> authors = Turns.of(AUTHORS, 0, people::resident);
        // whose it is shows when it has been dispatched
        Actor first = authors.next();
        ServiceLife.Begun begun = services.begin(first, Life.WORDS, AREA);
        Actor hotline = people.staff(dispatcher);
        services.dispatch(hotline, begun, Life.MATTER);
        String clerk = http.account(clerkOf(begun));
        Actor handler = people.staff(clerk);

        Life byServices = () -> {
            Actor author = authors.next();
            ServiceLife.Begun one = services.begin(author, Life.WORDS, AREA);
            services.dispatch(hotline, one, Life.MATTER);
            services.handle(handler, one, Life.REPLY, Life.RESULT);
            services.judge(author, one);
        };
        http.enter(dispatcher, clerk, AREA);
        http.authors(Turns.of(AUTHORS, AUTHORS, phone -> http.resident(phone, people.code(phone))));
        long since = System.currentTimeMillis();
        List<List<WriteRecorder.Write>> writes = recorder.during(() -> {
            byServices.live();
            settle();
        });
        authors.pass();
        BareLife bare = new BareLife(Server.database(data, "mulin"), writes, since);
        print(bare, writes);

        Map<String, Life> lives = new LinkedHashMap<>();
        lives.put("bare SQL, the same writes", bare);
        lives.put("Mulin, by its services", byServices);
        lives.put("Mulin, over HTTP", http);
        lives.put("Flowable 8, embedded", (Life) Class.forName("FlowableLife")
                .getConstructor(DataSource.class)
                .newInstance(flowable()));
        return lives;
    }

    private static void print(BareLife bare, List<List<WriteRecorder.Write>> writes) {
        System.out.printf(
                "a life by the services is %d writes in %d transactions%n", bare.writes(), bare.transactions());
        Map<String, Integer> tables = new TreeMap<>();
        for (var transaction : writes) {
            for (var write : transaction) {
                String words = write.sql().replace("\"", "").strip().replaceAll("\\s+", " ");
                tables.merge(words.replaceFirst("(?i)^(insert into|delete from|update) ([^ (]+).*", "$1 $2"), 1, Integer::sum);
            }
        }
        tables.forEach((table, count) -> System.out.printf("    %2d  %s%n", count, table));
    }

    private String clerkOf(ServiceLife.Begun begun) throws Exception {
        try (Statement statement = superuser.createStatement();
                ResultSet post = statement.executeQuery("""
                        select post.code from ticket.ticket t join organization.post on post.unit_id = t.lead_unit_id
                        where t.id = '%s' and post.role like '%%clerk' and post.open limit 1"""
                        .formatted(begun.ticketId()))) {
            post.next();
            return post.getString(1);
        }
    }

    private DataSource flowable() throws Exception {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(Server.url(data, "flowable"));
        source.setUsername("mulin");
        source.setPassword(Server.password(data));
        source.setMaximumPoolSize(12);
        source.setMinimumIdle(2);
        return source;
    }

    /** Residents by turns: nobody files more in a day than the city allows. */
    static final class Turns<T> {
        private static final int EACH = 18;
        private final List<T> authors = new ArrayList<>();
        private int taken;

        interface Maker<T> {
            T make(String phone) throws Exception;
        }

        static <T> Turns<T> of(int count, int kind, Maker<T> maker) throws Exception {
            Turns<T> turns = new Turns<>();
            long start = System.currentTimeMillis() / 1000 % 100_000 * 1000;
            for (int i = 0; i < count; i++) {
                turns.authors.add(maker.make("129%08d".formatted((start + kind + i) % 100_000_000)));
            }
            return turns;
        }

        /** Whoever had the turn has filed enough: bare SQL repeats it in the same name. */
        void pass() {
            taken += EACH - taken % EACH;
        }

        T next() {
            return authors.get(taken++ / EACH);
        }
    }

    /** @param lives how many were lived */
    private record Spent(int lives, long wall_ns, long jvm_ns, long postgres_ns, long wal_bytes) {
        Spent plus(Spent other) {
            return new Spent(
                    lives + other.lives,
                    wall_ns + other.wall_ns,
                    jvm_ns + other.jvm_ns,
                    postgres_ns + other.postgres_ns,
                    wal_bytes + other.wal_bytes);
        }

        /** Less what the program does in the same time when nobody asks. */
        Spent less(Spent idle) {
            double share = (double) wall_ns / idle.wall_ns;
            return new Spent(
                    lives,
                    wall_ns,
                    jvm_ns - (long) (idle.jvm_ns * share),
                    postgres_ns - (long) (idle.postgres_ns * share),
                    wal_bytes - (long) (idle.wal_bytes * share));
        }

        double cpu_ms() {
            return (jvm_ns + postgres_ns) / 1e6 / lives;
        }

        double wal_kB() {
            return wal_bytes / 1e3 / lives;
        }
    }

    private Spent slice(Life life, long length_ns) throws Exception {
        settle();
        long began = System.nanoTime();
        long jvm = machine.getProcessCpuTime() - HttpLife.ownTime_ns();
        long postgres = Postgres.processorTime(data).toNanos();
        long wal = wal();
        int lives = 0;
        while (System.nanoTime() - began < length_ns) {
            life.live();
            lives++;
        }
        settle();
        return new Spent(
                lives,
                System.nanoTime() - began,
                machine.getProcessCpuTime() - HttpLife.ownTime_ns() - jvm,
                Postgres.processorTime(data).toNanos() - postgres,
                wal() - wal);
    }

    private long wal() throws Exception {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Until whoever listens to tickets has heard everything: that is part of a life too. */
    private void settle() throws Exception {
        try (Statement statement = superuser.createStatement()) {
            for (boolean open = true; open; ) {
                try (ResultSet row = statement.executeQuery("select exists (select 1 from base.event_publication)")) {
                    row.next();
                    open = row.getBoolean(1);
                }
                Thread.sleep(20);
            }
        }
    }

    private static void print(Map<String, Spent> spent) throws Exception {
        Spent idle = spent.remove("idle");
        System.out.printf(
                "%nload %s; idle: %.1f ms JVM, %.1f ms PostgreSQL, %.2f kB WAL a second, taken off below%n",
                Postgres.load(),
                idle.jvm_ns / 1e6 * 1e9 / idle.wall_ns,
                idle.postgres_ns / 1e6 * 1e9 / idle.wall_ns,
                idle.wal_bytes / 1e3 * 1e9 / idle.wall_ns);
        System.out.printf(
                "%-28s %7s %9s %9s %9s %9s %9s%n", "", "lives", "wall ms", "jvm ms", "pg ms", "cpu ms", "WAL kB");
        Map<String, Spent> net = new LinkedHashMap<>();
        spent.forEach((name, one) -> net.put(name, one.less(idle)));
        net.forEach((name, one) -> System.out.printf(
                "%-28s %7d %9.2f %9.2f %9.2f %9.2f %9.2f%n",
                name,
                one.lives,
                one.wall_ns / 1e6 / one.lives,
                one.jvm_ns / 1e6 / one.lives,
                one.postgres_ns / 1e6 / one.lives,
                one.cpu_ms(),
                one.wal_kB()));
        List<String> names = new ArrayList<>(net.keySet());
        Spent bare = net.get(names.getFirst());
        Spent flowable = net.get(names.getLast());
        System.out.println();
        for (String name : names.subList(1, names.size())) {
            Spent one = net.get(name);
            System.out.printf(
                    "%-28s %5.2f x the CPU of bare SQL, %5.2f x its WAL; Flowable takes %5.2f x the CPU, %5.2f x the WAL%n",
                    name,
                    one.cpu_ms() / bare.cpu_ms(),
                    one.wal_kB() / bare.wal_kB(),
                    flowable.cpu_ms() / one.cpu_ms(),
                    flowable.wal_kB() / one.wal_kB());
        }
    }
}
