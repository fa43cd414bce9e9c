package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Urgency;

/** Something done to a ticket, with the data it carries; what a step needs beyond the ticket itself is in here. */
sealed interface TicketAction
        permits TicketAction.Register,
                TicketAction.Dispatch,
                TicketAction.Classify,
                TicketAction.Inform,
                TicketAction.Join,
                TicketAction.Transfer,
                TicketAction.Accept,
                TicketAction.Assign,
                TicketAction.Reply,
                TicketAction.Ask,
                TicketAction.Answer,
                TicketAction.Supplement,
                TicketAction.Return,
                TicketAction.Resolve,
                TicketAction.Settle,
                TicketAction.Decline,
                TicketAction.Close,
                TicketAction.Judge,
                TicketAction.Reopen,
                TicketAction.Withdraw,
                TicketAction.Clocked,
                ExcludeAction,
                JointAction,
                MergeAction,
                ReviewAction {
    ActionKind kind();

    /** What the actor wrote, if anything. */
    default @Nullable String words() {
        return null;
    }

    default List<UUID> photoIds() {
        return List.of();
    }

    /** What the history keeps of it beside the words; no personal data. */
    default Map<String, String> facts() {
        return Map.of();
    }

    record Register() implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.REGISTER;
        }
    }

    record Dispatch(Mandate mandate) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.DISPATCH;
        }

        @Override
        public Map<String, String> facts() {
            return factsOf(mandate);
        }
    }

    /** @param areaKey key of the place, or of the whole city when nobody knows it */
    record Classify(String matterCode, Urgency urgency, String areaKey, boolean placed, Mandate mandate)
            implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.CLASSIFY;
        }

        @Override
        public Map<String, String> facts() {
            return with(factsOf(mandate), "matter", matterCode);
        }
    }

    /** @param own the clerk's unit, which has answered and would have to do it again */
    record Inform(Mandate own, String words, Instant reopenUntil) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.INFORM;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("unit", own.leadUnitId().toString());
        }
    }

    /** @param appeal of one more author; its words stay in the appeal */
    record Join(Appeal appeal) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.JOIN;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("appeal", appeal.id().toString());
        }
    }

    record Transfer(Mandate mandate, String words) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.TRANSFER;
        }

        @Override
        public Map<String, String> facts() {
            return factsOf(mandate);
        }
    }

    record Accept() implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.ACCEPT;
        }
    }

    record Assign(UUID postId) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.ASSIGN;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("post", postId.toString());
        }
    }

    record Reply(String words, List<UUID> photoIds) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.REPLY;
        }
    }

    record Ask(String words) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.ASK;
        }
    }

    record Answer(String words, List<UUID> photoIds) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.ANSWER;
        }
    }

    record Supplement(String words, List<UUID> photoIds) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.SUPPLEMENT;
        }
    }

    /**
     * @param ground the reason and the duty-list entry that names who is responsible instead
     * @param decideBy until when a dispatcher decides
     */
    record Return(Ground ground, String words, Instant decideBy) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.RETURN;
        }

        @Override
        public Map<String, String> facts() {
            Map<String, String> facts = Map.of("reason", ground.reasonCode(), "dutyEntry", ground.dutyEntry());
            return ground.matterCode() == null ? facts : with(facts, "matter", ground.matterCode());
        }
    }

    record Resolve(String words, List<UUID> photoIds) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.RESOLVE;
        }
    }

    /** @param reopenUntil as in {@link Close} */
    record Settle(String words, List<UUID> photoIds, Instant reopenUntil) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.SETTLE;
        }
    }

    /** @param contestUntil until when its authors may have it reviewed */
    record Decline(String reasonCode, String words, Instant contestUntil) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.DECLINE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("reason", reasonCode);
        }
    }

    /** @param reopenUntil until when its authors may have it reopened, by the rules of the day it closes */
    record Close(String words, Instant reopenUntil) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.CLOSE;
        }
    }

    /** {@code again}: the same unit, after "not solved"; {@code byPhone}: told to a caller, who wrote it down. */
    record Judge(
            boolean contacted,
            boolean solved,
            int satisfaction,
            @Nullable String words,
            @Nullable Mandate again,
            Instant reopenUntil,
            boolean byPhone)
            implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.JUDGE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of(
                    "contacted", String.valueOf(contacted),
                    "solved", String.valueOf(solved),
                    "satisfaction", String.valueOf(satisfaction),
                    "byPhone", String.valueOf(byPhone));
        }
    }

    record Reopen(String words, Mandate again) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.REOPEN;
        }

        @Override
        public Map<String, String> facts() {
            return factsOf(again);
        }
    }

    record Withdraw(@Nullable String words) implements TicketAction {
        @Override
        public ActionKind kind() {
            return ActionKind.WITHDRAW;
        }
    }

    /**
     * What is done about the clock.
     *
     * @param dueAt when the ticket is due from now on; null leaves it
     * @param pausedUntil until when the clock stands still from now on; null when it runs
     */
    record Clocked(
            ActionKind kind,
            @Nullable String words,
            Map<String, String> facts,
            @Nullable Instant dueAt,
            @Nullable Instant pausedUntil)
            implements TicketAction {
        public Clocked {
            facts = Map.copyOf(facts);
        }
    }

    static Map<String, String> factsOf(Mandate mandate) {
        return with(
                Map.of("unit", mandate.leadUnitId().toString()),
                "dueAt",
                mandate.dueAt().toString());
    }

    static Map<String, String> with(Map<String, String> facts, String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return more;
    }
}
