package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Each line of bad-input.csv is one thing that somebody may not do or has done wrong, at any face: it is answered with
 * its status, its code and the field that is wrong, in sentences, and nothing is different afterwards. In a body an
 * apostrophe stands for a quotation mark; {xN} is N letters, {v} the version of the ticket, {stale} one before it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends TicketHttpTest {
    /** What a refused request may leave, or others meanwhile: who tried, what was read, what is sent. */
    private static final Pattern MAY_CHANGE =
            Pattern.compile("insight\\.hot_.*|audit.*|notice.*|access\\.(?!account$|purpose$).*"
                    + "|.*\\.(flyway_schema_history|spring_session.*|event_publication.*|model)");

    /** How many rows, and the last transaction that made or changed one: no write leaves both as they were. */
    private static final String FINGERPRINT =
            "select '%1$s', count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from %1$s";

    private static final String USED_KEY = "a-key-of-another-write";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Autowired
    private DSLContext sql;

    private List<String> tables = List.of();
    private Map<String, Browser> people = Map.of();
    private Map<String, String> things = Map.of();

    @BeforeAll
    void aTicketOfSomebody() {
        tables = sql
                .fetchValues("select table_schema || '.' || table_name from information_schema.tables "
                        + "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', "
                        + "'information_schema')")
                .stream()
                .map(String::valueOf)
                .filter(table -> !MAY_CHANGE.matcher(table).matches())
                .toList();
        Browser author = resident();
        String photo = upload(author);
        Map<String, Object> body = appeal(LIFT, GRID, false);
        body.put("photoIds", List.of(photo));
        JsonNode receipt = author.post("/api/appeals", json.writeValueAsString(body), USED_KEY)
                .expect(201)
                .body();
        Browser worker = staffOnPost("grid-1-worker");
        people = Map.ofEntries(
                Map.entry("nobody", browser()),
                Map.entry("resident", author),
                Map.entry("stranger", resident()),
                Map.entry("firm", firm()),
                Map.entry("urban", urban()),
                Map.entry("dispatcher", dispatcher()),
                Map.entry("importer", dispatcher()),
                Map.entry("worker", worker),
                Map.entry("community", staffOnPost("baihuahu-clerk")),
                Map.entry("integrator", staffOnPost("city-integrator")),
                Map.entry("admin", administrator()));
        long version = ticket(firm(), id(receipt)).get("version").asLong();
        things = Map.of(
                "ticket", id(receipt),
                "appeal", appealId(receipt),
                "photo", photo,
                "own-photo", upload(worker),
                "settle",
                        worker.get("/api/settlement-matters")
                                .expect(200)
                                .body()
                                .at("/0/code")
                                .asString(),
                "v", String.valueOf(version),
                "stale", String.valueOf(version - 1),
                "soon", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/bad-input.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void isRefusedAndChangesNothing(
            String name, String who, String method, String path, String body, int status, String code, String field) {
        Map<?, ?> before = state();
        Browser person = Objects.requireNonNull(people.get(who), who);
        Browser.Answer answer = ask(person, method, filled(path), body == null ? "" : filled(body));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(fields(answer)).isEqualTo(field == null ? "" : field);
        assertThat(answer.body().path("detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(state()).isEqualTo(before);
    }

    private static Browser.Answer ask(Browser person, String method, String path, String body) {
        return switch (method.split(" ")[0]) {
            case "GET" -> person.get(path);
            case "UPLOAD" -> person.upload(path, "file", body, BadFiles.content(body));
            case "NOCSRF" -> person.withoutCsrf().post(path, body);
            case "KEY" -> person.post(path, body, method.substring(4));
            case "POST" -> person.post(path, body);
            case "NOKEY" -> person.ask("POST", path, body, JSON);
            case "USEDKEY" -> person.post(path, body, USED_KEY);
            case "FORM" ->
                person.ask(
                        "POST",
                        path,
                        body,
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Idempotency-Key", "form"));
            default -> person.ask(method, path, body, JSON);
        };
    }

    private String filled(String text) {
        String filled = text.replace('\'', '"').replace("{deep}", "[".repeat(5_000));
        for (Map.Entry<String, String> thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        int at = filled.indexOf("{x");
        while (at >= 0) {
            int end = filled.indexOf('}', at);
            filled = filled.substring(0, at)
                    + "x".repeat(Integer.parseInt(filled.substring(at + 2, end)))
                    + filled.substring(end + 1);
            at = filled.indexOf("{x");
        }
        return filled;
    }

    private static String fields(Browser.Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString(""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** A fingerprint of every table, by one query. */
    private Map<?, ?> state() {
        return sql.fetch(tables.stream().map(FINGERPRINT::formatted).collect(Collectors.joining(" union all ")))
                .intoMap(0, 1);
    }
}
