package org.mulin.triage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.policy.Policy;
import org.mulin.triage.MattersTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of matters, to choose from. */
@RestController
class MatterController {
    private final Policy policy;

    MatterController(Policy policy) {
        this.policy = policy;
    }

    /** @param parent code of the class, null for a class */
    record MatterView(String code, String name, @Nullable String parent) {}

    @GetMapping("/api/matters")
    List<MatterView> matters(Actor actor) {
        return policy.current(MattersTable.class).content().all().stream()
                .map(matter -> new MatterView(matter.code(), matter.name(), matter.parent()))
                .toList();
    }
}
