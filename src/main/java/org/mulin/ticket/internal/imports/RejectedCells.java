package org.mulin.ticket.internal.imports;

import java.util.Base64;
import java.util.List;
import org.mulin.base.Sealing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The cells of a rejected row, kept as one sealed text. */
final class RejectedCells {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private RejectedCells() {}

    static List<String> seal(List<String> cells, Sealing sealing, JsonMapper json) {
        return List.of(Base64.getEncoder().encodeToString(sealing.seal(json.writeValueAsString(cells))));
    }

    static List<String> open(List<String> sealed, Sealing sealing, JsonMapper json) {
        return json.readValue(sealing.open(Base64.getDecoder().decode(sealed.getFirst())), TEXTS);
    }
}
