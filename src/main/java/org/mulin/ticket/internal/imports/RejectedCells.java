package org.mulin.ticket.internal.imports;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.mulin.base.Masks;
import org.mulin.base.PublicText;
import org.mulin.base.Sealing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The cells of a rejected row, kept as one sealed text. */
final class RejectedCells {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Rows whose cells may stand under any column. */
    private static final Set<String> MISPLACED =
            Set.of("import-cells-missing", "import-cells-extra", "import-quote-open", "import-line-not-json");

    private RejectedCells() {}

    static List<String> seal(List<String> cells, Sealing sealing, JsonMapper json) {
        return List.of(Base64.getEncoder().encodeToString(sealing.seal(json.writeValueAsString(cells))));
    }

    static List<String> open(List<String> sealed, Sealing sealing, JsonMapper json) {
        return json.readValue(sealing.open(Base64.getDecoder().decode(sealed.getFirst())), TEXTS);
    }

    /**
     * For the page: who and where by their columns, in other cells what reads like a person's number or address. The id
     * stays as it is, however much it looks like a phone: by it the row is found again in the system it came from.
     */
    static List<String> masked(List<String> cells, String fault, StoredImport file) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < file.columns().size() ? file.columns().get(i) : "";
            boolean personal = MISPLACED.contains(fault) || file.mapping().isPersonal(column);
            masked.add(personal ? Masks.name(cells.get(i)) : shown(cells.get(i), column, file.mapping()));
        }
        return masked;
    }

    private static String shown(String cell, String column, ImportMapping mapping) {
        return column.equals(mapping.id()) ? cell : PublicText.of(cell);
    }
}
