package org.mulin.ticket.internal.clerk;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.policy.Policy;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The words that staff begin from. */
@RestController
class ReplyTemplateController {
    private final Policy policy;

    ReplyTemplateController(Policy policy) {
        this.policy = policy;
    }

    /** @param matterName null for any matter */
    record ReplyTemplateView(
            String code,
            TemplateUse use,
            String title,
            @Nullable String matterName,
            String text) {}

    /** Those for the matter, then those for its class, then those for any; all of them when no matter is named. */
    @GetMapping("/api/reply-templates")
    List<ReplyTemplateView> templates(
            Actor actor, @RequestParam @Nullable String matter, @RequestParam @Nullable TemplateUse use) {
        if (!actor.isStaff()) {
            throw new Absent();
        }
        Matters matters = policy.current(MattersTable.class).content();
        if (matter != null && matters.find(matter).isEmpty()) {
            throw Malformed.of("matter", "field-invalid");
        }
        List<String> lineage = matter == null ? List.of() : matters.lineage(matter);
        return policy.current(ReplyTemplatesTable.class).content().stream()
                .filter(template -> use == null || template.use() == use)
                .filter(template -> template.matter() == null || matter == null || lineage.contains(template.matter()))
                .sorted(Comparator.comparingInt(
                        template -> template.matter() == null ? lineage.size() : lineage.indexOf(template.matter())))
                .map(template -> new ReplyTemplateView(
                        template.code(), template.use(), template.title(), name(template, matters), template.text()))
                .toList();
    }

    private static @Nullable String name(ReplyTemplate template, Matters matters) {
        return template.matter() == null
                ? null
                : matters.find(template.matter()).orElseThrow().name();
    }
}
