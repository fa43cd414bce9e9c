package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed openapi.json is what the server offers; {@code -Dmulin.docs.write=true} writes it anew. The web's
 * client is generated from it.
 */
class ContractTest extends MulinHttpTest {
    private static final Path CONTRACT = Path.of("openapi.json");

    @Test
    void theContractIsCommitted() throws IOException {
        JsonNode offered = browser().get("/v3/api-docs").expect(200).body();
        ((ObjectNode) offered).remove("servers");
        String text = json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(offered) + "\n";
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(CONTRACT, text);
        }
        assertThat(Files.readString(CONTRACT))
                .as("openapi.json is not what the server offers")
                .isEqualTo(text);
    }
}
