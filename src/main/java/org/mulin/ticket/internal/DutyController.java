package org.mulin.ticket.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.CodedReason;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.DutyTable;
import org.mulin.ticket.internal.dispatch.ReturnReasonsTable;
import org.mulin.triage.MattersTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists that the desk chooses from. */
@RestController
class DutyController {
    private final Policy policy;
    private final Names names;

    DutyController(Policy policy, Names names) {
        this.policy = policy;
        this.names = names;
    }

    /**
     * @param id by which a return cites it
     * @param leadName the unit, or the kind of unit, that has the lead
     */
    record DutyEntryView(
            String id,
            String matter,
            String level,
            @Nullable String leadName,
            String basis,
            String limit) {}

    /** @param wayOpen what is open to the resident instead; null for returns */
    record CodedText(String code, String text, @Nullable String wayOpen) {
        static CodedText of(CodedReason reason) {
            return new CodedText(reason.code(), reason.text(), reason.wayOpen());
        }
    }

    @GetMapping("/api/duty-entries")
    List<DutyEntryView> dutyEntries(Actor actor, @RequestParam @Nullable String matter) {
        TicketViewQueries.requireStaff(actor);
        List<DutyEntry> all = policy.current(DutyTable.class).content().entries();
        if (matter != null && !names.isMatter(matter)) {
            throw Malformed.of("matter", "field-invalid");
        }
        List<String> lineage = matter == null
                ? List.of()
                : policy.current(MattersTable.class).content().lineage(matter);
        return all.stream()
                .filter(entry -> matter == null || lineage.contains(entry.matter()))
                .map(entry -> new DutyEntryView(
                        entry.id(),
                        String.valueOf(names.matter(entry.matter())),
                        entry.level().word(),
                        names.duty(entry.lead()),
                        entry.basis(),
                        Texts.here(entry.limit().said())))
                .toList();
    }

    @GetMapping("/api/decline-reasons")
    List<CodedText> declineReasons(Actor actor) {
        TicketViewQueries.requireStaff(actor);
        return policy.current(DeclineReasonsTable.class).content().stream()
                .map(CodedText::of)
                .toList();
    }

    @GetMapping("/api/return-reasons")
    List<CodedText> returnReasons(Actor actor) {
        TicketViewQueries.requireStaff(actor);
        return policy.current(ReturnReasonsTable.class).content().stream()
                .map(CodedText::of)
                .toList();
    }
}
