package org.mulin.admission.internal;

import org.mulin.policy.NamesTable;
import org.springframework.stereotype.Component;

/** chore_kinds.csv: kinds of work outside a community's duty. */
@Component
final class ChoreKindsTable extends NamesTable {
    ChoreKindsTable() {
        super("chore_kinds", "非职责事务类别");
    }
}
