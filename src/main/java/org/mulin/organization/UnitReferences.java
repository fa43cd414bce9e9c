package org.mulin.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mulin.policy.PackContents;
import org.mulin.policy.Policy;

/** How the pack's tables name units: by a unit's code, or by {@code kind:} and a kind; and what that is for people. */
public final class UnitReferences {
    public static final String KIND = "kind:";

    private UnitReferences() {}

    /** Names instead of codes in a cell, as the pack in force has them; what it does not know stays as it is. */
    public static String shown(String cell, Policy policy) {
        UnaryOperator<String> names = names(
                policy.current(UnitKindsTable.class).content(),
                policy.current(UnitsTable.class).content());
        return Stream.of(cell.split(";")).map(String::strip).map(names).collect(Collectors.joining("、"));
    }

    /** The same for one reference, as a pack has them that is being checked. */
    public static UnaryOperator<String> names(PackContents pack) {
        Optional<Map<String, String>> kinds = pack.find(UnitKindsTable.class);
        Optional<List<UnitsTable.Entry>> units = pack.find(UnitsTable.class);
        return names(kinds.orElse(Map.of()), units.orElse(List.of()));
    }

    private static UnaryOperator<String> names(Map<String, String> kinds, List<UnitsTable.Entry> units) {
        return reference -> reference.startsWith(KIND)
                ? kinds.getOrDefault(reference.substring(KIND.length()), reference)
                : units.stream()
                        .filter(unit -> unit.code().equals(reference))
                        .map(UnitsTable.Entry::name)
                        .findFirst()
                        .orElse(reference);
    }
}
