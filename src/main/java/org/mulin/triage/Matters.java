package org.mulin.triage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 事项目录: the content of one version of matters.csv, in the order of the file. */
public final class Matters {
    private final Map<String, Matter> byCode = new LinkedHashMap<>();
    private final Set<String> classes = new HashSet<>();

    public Matters(List<Matter> matters) {
        for (Matter matter : matters) {
            byCode.put(matter.code(), matter);
            if (matter.parent() != null) {
                classes.add(matter.parent());
            }
        }
    }

    public Optional<Matter> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Matter> all() {
        return List.copyOf(byCode.values());
    }

    /** The matters that a ticket can be about: those that no other names as its parent. */
    public List<Matter> leaves() {
        return byCode.values().stream()
                .filter(matter -> !classes.contains(matter.code()))
                .toList();
    }

    /** What a result must be shown by: the matter says, else its class, else words are enough. */
    public Proof proof(@Nullable String code) {
        return lineage(String.valueOf(code)).stream()
                .flatMap(each -> find(each).stream())
                .flatMap(matter -> Optional.ofNullable(matter.proof()).stream())
                .findFirst()
                .orElse(Proof.WORDS);
    }

    /** Whether it may be settled on the spot: the matter says, else its class, else not. */
    public boolean settles(String code) {
        return lineage(code).stream()
                .flatMap(each -> find(each).stream())
                .flatMap(matter -> Optional.ofNullable(matter.settle()).stream())
                .findFirst()
                .orElse(false);
    }

    /** The code itself, then the code of its class: the order in which the duty list is asked. */
    public List<String> lineage(String code) {
        Matter matter = byCode.get(code);
        if (matter == null) {
            return List.of();
        }
        return matter.parent() == null ? List.of(code) : List.of(code, matter.parent());
    }
}
