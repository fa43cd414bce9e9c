package org.mulin.ticket.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.CodedReason;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.DutyTable;
import org.mulin.ticket.internal.dispatch.ReturnReasonsTable;
import org.springframework.stereotype.Component;

/** Puts the facts of a step into the reader's words: which unit, until when, for which reason. */
@Component
class ReasonNotes {
    private static final Pattern TRIED = Pattern.compile(";");

    private final Policy policy;
    private final Names names;

    ReasonNotes(Policy policy, Names names) {
        this.policy = policy;
        this.names = names;
    }

    @Nullable
    String forStaff(ActionKind action, Map<String, String> facts) {
        return switch (action) {
            case RETURN -> returned(facts);
            case DEFER -> note("note.deferral-" + facts.get("kind"), names.unitName(unit(facts)));
            case ESCALATE -> escalated("note.escalated-to", facts);
            case OVERSEE -> escalated("note.overseen-by", facts);
            case EXCLUDE -> note("note.exclusion", "exclusion.action." + facts.get("step"), facts.get("reason"));
            case REFUSE -> mandate(facts);
            case MERGE -> note("note.merged", facts.get("number"));
            case ABSORB -> note("note.absorbed", facts.get("number"), facts.get("authors"));
            case JOINT -> joint(facts);
            case UPHOLD ->
                facts.containsKey("matter")
                        ? note("note.matter", names.matter(facts.get("matter")), mandate(facts))
                        : mandate(facts);
            case CLASSIFY, OVERTURN -> note("note.matter", names.matter(facts.get("matter")), mandate(facts));
            default -> forAuthor(action, facts);
        };
    }

    @Nullable
    String forAuthor(ActionKind action, Map<String, String> facts) {
        return switch (action) {
            case DISPATCH, INFORM, CLASSIFY, TRANSFER, REOPEN, UPHOLD, OVERTURN -> mandate(facts);
            case CONTEST ->
                note(
                        "true".equals(facts.get("byPhone")) ? "note.contested-by-phone" : "note.contested",
                        mandate(facts));
            case WHISTLE -> note("note.whistled", facts.get("units"));
            case CONCLUDE -> note("AGREE".equals(facts.get("step")) ? "note.agreed" : "note.dismissed");
            case MERGE -> note("note.merged-own", facts.get("number"));
            case DECLINE -> declined(facts);
            case JUDGE -> verdict(facts);
            case SUSPEND -> dated("note.suspended", facts.get("until"));
            case EXTEND, RESUME -> dated("note.due", facts.get("dueAt"));
            case OVERSEE -> note("note.overseen", names.unitName(unit(facts)));
            case ESCALATE -> note("note.escalated", names.unitName(unit(facts)));
            default -> null;
        };
    }

    private String mandate(Map<String, String> facts) {
        String unit = facts.get("unit");
        String name = unit == null ? "" : names.unitName(UUID.fromString(unit));
        String due = facts.get("dueAt");
        return due == null
                ? note("note.unit", name)
                : note(
                        "note.unit-due",
                        name,
                        Instant.parse(due).atZone(policy.city().zone()).toLocalDateTime());
    }

    private static UUID unit(Map<String, String> facts) {
        return UUID.fromString(String.valueOf(facts.get("told")));
    }

    private String dated(String code, @Nullable String moment) {
        return note(code, local(moment));
    }

    private LocalDateTime local(@Nullable String moment) {
        return Instant.parse(String.valueOf(moment))
                .atZone(policy.city().zone())
                .toLocalDateTime();
    }

    /** With what was tried until then. */
    private String escalated(String code, Map<String, String> facts) {
        String tried = facts.getOrDefault("tried", "");
        String told = tried.isEmpty()
                ? note("note.tried-nothing")
                : TRIED.splitAsStream(tried)
                        .map(action -> Texts.here(Said.of("ticket.action." + action)))
                        .collect(Collectors.joining(note("note.tried-and")));
        String unit = names.unitName(unit(facts));
        return note(code, unit, local(facts.get("until")), told);
    }

    private String joint(Map<String, String> facts) {
        return note(
                "note.joint", names.unitName(UUID.fromString(facts.get("unit"))), "joint.step." + facts.get("step"));
    }

    private String declined(Map<String, String> facts) {
        String way = reasons(DeclineReasonsTable.class).stream()
                .filter(reason -> reason.code().equals(facts.get("reason")))
                .map(CodedReason::wayOpen)
                .findFirst()
                .orElse("");
        return note("note.declined", text(DeclineReasonsTable.class, facts), way);
    }

    private static String verdict(Map<String, String> facts) {
        String code = "true".equals(facts.get("byPhone")) ? "note.verdict-by-phone" : "note.verdict";
        return note(code, yes(facts, "contacted"), yes(facts, "solved"), facts.get("satisfaction"));
    }

    private static String yes(Map<String, String> facts, String name) {
        return "true".equals(facts.get(name)) ? "yes" : "no";
    }

    private String returned(Map<String, String> facts) {
        String id = String.valueOf(facts.get("dutyEntry"));
        String reason = text(ReturnReasonsTable.class, facts);
        String told = policy.current(DutyTable.class)
                .content()
                .find(id)
                .map(entry -> cited(reason, entry))
                .orElseGet(() -> note("note.returned-citing", reason, id));
        String matter = names.matter(facts.get("matter"));
        return matter == null ? told : note("note.right-matter", told, matter);
    }

    private String cited(String reason, DutyEntry entry) {
        return note("note.returned", reason, names.matter(entry.matter()), names.duty(entry.lead()), entry.basis());
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

    private static String note(String code, @Nullable Object... arguments) {
        return Texts.here(Said.of(code, arguments));
    }
}
