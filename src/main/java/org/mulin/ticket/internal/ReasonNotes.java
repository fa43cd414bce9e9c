package org.mulin.ticket.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.CodedReason;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.DutyTable;
import org.mulin.ticket.internal.dispatch.ReturnReasonsTable;
import org.springframework.stereotype.Component;

/** Puts the facts of a step into words: which unit, until when, for which reason. */
@Component
class ReasonNotes {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final Policy policy;
    private final Names names;

    ReasonNotes(Policy policy, Names names) {
        this.policy = policy;
        this.names = names;
    }

    @Nullable
    String forStaff(ActionKind action, Map<String, String> facts) {
        return switch (action) {
            case RETURN -> "退单理由：" + text(ReturnReasonsTable.class, facts) + "；引用权责清单：" + cited(facts);
            case CLASSIFY -> "事项：" + names.matter(facts.get("matter")) + "；" + mandate(facts);
            case JUDGE -> verdict(facts);
            default -> forAuthor(action, facts);
        };
    }

    @Nullable
    String forAuthor(ActionKind action, Map<String, String> facts) {
        return switch (action) {
            case DISPATCH, CLASSIFY, TRANSFER, REOPEN -> mandate(facts);
            case DECLINE -> declined(facts);
            default -> null;
        };
    }

    private String mandate(Map<String, String> facts) {
        String unit = facts.get("unit");
        String due = facts.get("dueAt");
        return "承办单位：" + (unit == null ? "" : names.unitName(UUID.fromString(unit)))
                + (due == null
                        ? ""
                        : "；办理期限："
                                + MOMENT.format(
                                        Instant.parse(due).atZone(policy.city().zone())));
    }

    private String declined(Map<String, String> facts) {
        String way = reasons(DeclineReasonsTable.class).stream()
                .filter(reason -> reason.code().equals(facts.get("reason")))
                .map(CodedReason::wayOpen)
                .findFirst()
                .orElse("");
        return "不予受理情形：" + text(DeclineReasonsTable.class, facts) + "。" + way;
    }

    private static String verdict(Map<String, String> facts) {
        return "联系：" + yes(facts, "contacted") + "；解决：" + yes(facts, "solved") + "；满意度：" + facts.get("satisfaction")
                + " 分";
    }

    private static String yes(Map<String, String> facts, String name) {
        return "true".equals(facts.get(name)) ? "是" : "否";
    }

    private String cited(Map<String, String> facts) {
        String id = String.valueOf(facts.get("dutyEntry"));
        return policy.current(DutyTable.class)
                .content()
                .find(id)
                .map(DutyEntry::matter)
                .map(names::matter)
                .orElse(id);
    }

    private String text(Class<? extends PackTable<List<CodedReason>>> table, Map<String, String> facts) {
        String code = String.valueOf(facts.get("reason"));
        return reasons(table).stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedReason::text)
                .findFirst()
                .orElse(code);
    }

    private List<CodedReason> reasons(Class<? extends PackTable<List<CodedReason>>> table) {
        return policy.current(table).content();
    }
}
