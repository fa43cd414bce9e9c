package org.mulin.ticket.internal.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 权责清单: the content of one version of duty.csv. */
public record DutyList(List<DutyEntry> entries) {
    public DutyList {
        entries = List.copyOf(entries);
    }

    public Optional<DutyEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * Entries that may apply to a matter, in the order they are asked: those of the matter itself before those of its
     * class, and the level nearest to the residents first (首接在基层).
     *
     * @param lineage the matter's code, then its class's
     */
    public List<DutyEntry> of(List<String> lineage) {
        return entries.stream()
                .filter(entry -> lineage.contains(entry.matter()))
                .sorted(Comparator.<DutyEntry>comparingInt(entry -> lineage.indexOf(entry.matter()))
                        .thenComparing(DutyEntry::level, Comparator.reverseOrder()))
                .toList();
    }
}
