package org.mulin.ticket.internal.joint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.dispatch.CodedReason;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.DutyTable;
import org.mulin.ticket.internal.dispatch.ReturnReasonsTable;
import org.springframework.stereotype.Component;

/** What a kick-back says, in the pack's words. */
@Component
class Reasons {
    private final Policy policy;
    private final Names names;

    Reasons(Policy policy, Names names) {
        this.policy = policy;
        this.names = names;
    }

    boolean isKnown(String code) {
        return policy.current(ReturnReasonsTable.class).content().stream()
                .anyMatch(reason -> reason.code().equals(code));
    }

    String text(String code) {
        return policy.current(ReturnReasonsTable.class).content().stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedReason::text)
                .findFirst()
                .orElse(code);
    }

    /** The cited entry: its matter and its legal basis; its key when the list no longer has it. */
    String entry(String id) {
        return policy.current(DutyTable.class)
                .content()
                .find(id)
                .map(this::entry)
                .orElse(id);
    }

    private String entry(DutyEntry entry) {
        return names.matter(entry.matter()) + " · " + entry.basis();
    }

    static boolean isLate(@Nullable Instant decidedAt, Instant dueAt, Instant now) {
        return (decidedAt == null ? now : decidedAt).isAfter(dueAt);
    }
}
