package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What list keepers do over HTTP. */
public final class Keepers {
    private Keepers() {}

    /** The table in force, as comma-separated text. */
    public static String text(Browser keeper, String table) {
        long version = keeper.get("/api/policy/tables/" + table)
                .expect(200)
                .body()
                .at("/table/version")
                .asLong();
        byte[] file = keeper.bytes("/api/policy/tables/" + table + "/versions/" + version + "/file?as=csv");
        return new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    public static JsonNode upload(Browser keeper, String table, String text) {
        return keeper.upload(
                        "/api/policy/tables/" + table + "/drafts",
                        "file",
                        table + ".csv",
                        text.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .body();
    }

    /** @return the address of the draft */
    public static String draft(Browser keeper, String table, String text) {
        JsonNode uploaded = upload(keeper, table, text);
        assertThat(uploaded.get("problems")).as(uploaded.toString()).isEmpty();
        return "/api/policy/drafts/" + uploaded.get("draftId").asString();
    }

    public static Browser.Answer publish(Browser keeper, String draft, @Nullable String day) {
        return keeper.post(draft + "/publications", publication(keeper, draft, day));
    }

    public static Map<String, Object> publication(Browser keeper, String draft, @Nullable String day) {
        Map<String, Object> body = new HashMap<>();
        body.put("effectiveFrom", day);
        body.put("reason", "按市政府第 12 号文件调整");
        body.put("version", version(keeper, draft));
        return body;
    }

    public static long version(Browser keeper, String draft) {
        return keeper.get(draft).expect(200).body().get("version").asLong();
    }

    /** From now on the table says this. */
    public static void putInForce(Browser keeper, String table, String text) {
        JsonNode published =
                publish(keeper, draft(keeper, table, text), null).expect(200).body();
        assertThat(published.get("state").asString()).isEqualTo("PUBLISHED");
    }
}
