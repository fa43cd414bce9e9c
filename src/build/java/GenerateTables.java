import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Target;

/**
 * Turns the real migrations into typed tables: starts PostgreSQL, runs each module's Flyway, generates
 * org.mulin.MODULE.internal.db. Skipped while the migrations are unchanged.
 *
 * <p>Arguments: folder of migrations, folder for the sources.
 */
public class GenerateTables {
    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve(".migrations");
        String wanted = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        delete(target);
        try (var postgres =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
            for (String module : modules(migrations)) {
                Flyway.configure()
                        .dataSource(postgres.getPostgresDatabase())
                        .schemas(module)
                        .defaultSchema(module)
                        .locations("filesystem:" + migrations.resolve(module))
                        .load()
                        .migrate();
                generate(postgres.getJdbcUrl("postgres", "postgres"), module, target);
            }
        }
        Files.writeString(stamp, wanted);
    }

    private static void generate(String url, String module, Path target) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(org.jooq.meta.jaxb.Logging.WARN)
                .withJdbc(new org.jooq.meta.jaxb.Jdbc()
                        .withUrl(url)
                        .withUser("postgres")
                        .withPassword("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(module)
                                .withExcludes("flyway_schema_history|spring_session.*")
                                .withForcedTypes(new org.jooq.meta.jaxb.ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp.*with.*time.*zone|timestamptz.*)")))
                        .withGenerate(new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withRoutines(false)
                                .withComments(false))
                        .withTarget(new Target()
                                .withPackageName("org.mulin." + module + ".internal.db")
                                .withDirectory(target.toString()))));
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (Stream<Path> folders = Files.list(migrations)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String digest(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
