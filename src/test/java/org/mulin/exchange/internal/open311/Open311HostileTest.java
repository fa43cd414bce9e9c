package org.mulin.exchange.internal.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.exchange.internal.db.Tables.FILING;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Texts;
import org.mulin.exchange.internal.open311.Open311Client.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Each line of open311-hostile.csv is one request that must be refused with the status and the sentence of its code,
 * leaving nothing behind. In a body, {} is a request that would be taken, {-x} leaves x out of it, {xN} is N letters,
 * {nN} are N numbers, {mN} are N more parameters, and brackets in front name another content
 * type or an idempotency key.
 */
class Open311HostileTest extends MulinHttpTest {
    private static final Texts PROBLEMS = Texts.load("/problems.csv");
    private static final Pattern LONG = Pattern.compile("\\{([xnm])(\\d+)}");
    private static final Pattern FRONT = Pattern.compile("^\\((key )?([^)]+)\\)");
    private static final Pattern LEFT_OUT = Pattern.compile("\\{-([^}]+)}");

    @Autowired
    private DSLContext sql;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/open311-hostile.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void isRefusedAndLeavesNothing(String name, String method, String path, String body, int status, String code) {
        int before = rows();
        String type = "application/x-www-form-urlencoded";
        Map<String, String> headers = new HashMap<>();
        String form = body;
        Matcher front = FRONT.matcher(body == null ? "" : body);
        if (front.find()) {
            form = body.substring(front.end());
            if (front.group(1) != null) {
                headers.put("Idempotency-Key", front.group(2));
            } else {
                type = front.group(2);
            }
        }
        for (String suffix : List.of("json", "xml")) {
            String address = longer(path).replace(".json", "." + suffix);
            Reply reply = new Open311Client(origin(), json)
                    .send(method, address, form == null ? null : filled(form), form == null ? null : type, headers);
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            if (reply.json() == null) {
                assertThat(reply.body()).contains("<errors>", "<code>" + status + "</code>", "<description>");
            } else {
                JsonNode error = reply.tree().get(0);
                assertThat(error.get("code").asInt()).isEqualTo(status);
                assertThat(error.get("description").asString()).matches(sentence(code));
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{-lat}&lat=north", "{-lat}&lat=91", "{-lat}&lat=++", "{-lat}&lat={x65}", "{}&lat=27.8"})
    void whatIsWrongWithAPointIsSaidOnce(String form) {
        Reply reply = new Open311Client(origin(), json)
                .send("POST", "requests.json", filled(form), "application/x-www-form-urlencoded", Map.of());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.tree().size()).as(reply.body()).isEqualTo(1);
    }

    /** The sentence of the code, whatever its arguments. */
    private static String sentence(String code) {
        return List.of(PROBLEMS.text(Locale.SIMPLIFIED_CHINESE, code, List.of()).split("\\{\\d[^}]*}", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    private static String filled(String body) {
        Map<String, String> form = Open311Test.lamp();
        boolean whole = body.contains("{");
        Matcher out = LEFT_OUT.matcher(body);
        while (out.find()) {
            form.remove(out.group(1));
        }
        String rest = LEFT_OUT.matcher(body).replaceAll("").replace("{}", "");
        return (whole && !body.matches("\\{[xn].*") ? Open311Client.form(form) : "") + longer(rest);
    }

    private static String longer(String text) {
        return LONG.matcher(text).replaceAll(found -> {
            int count = Integer.parseInt(found.group(2));
            return switch (found.group(1)) {
                case "x" -> "x".repeat(count);
                case "m" -> "&a=b".repeat(count);
                default -> IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
            };
        });
    }

    private int rows() {
        return sql.fetchCount(FILING) + sql.fetchCount(DSL.table("ticket.ticket"));
    }
}
