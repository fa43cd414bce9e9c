package org.mulin.admission.internal;

import static org.mulin.admission.internal.CommunityTaskActionKind.RECEIVE;
import static org.mulin.admission.internal.CommunityTaskActionKind.REPORT;
import static org.mulin.admission.internal.CommunityTaskActionKind.RETURN;
import static org.mulin.admission.internal.CommunityTaskActionKind.WITHDRAW;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.AdmissionEvent;
import org.mulin.admission.AdmissionEvent.Share;
import org.mulin.admission.CommunityTasks;
import org.mulin.admission.internal.AdmissionList.Asked;
import org.mulin.admission.internal.CommunityTaskViews.SendingView;
import org.mulin.admission.internal.CommunityTaskWorkflow.Step;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.organization.Unit;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The one gate through which a task comes to a community; each write once per key, in one transaction. */
@Service
class CommunityTaskService implements CommunityTasks {
    private static final int DAYS_MAX = 366;

    private final OnceOnly once;
    private final CommunityTaskRepository repository;
    private final Positions positions;
    private final Policy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommunityTaskService(
            OnceOnly once,
            CommunityTaskRepository repository,
            Positions positions,
            Policy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.positions = positions;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /** Which task, seen in which version, under which key. */
    record Target(UUID id, long version, String key) {}

    /** The answer kept for a repeated key. */
    record Done(UUID id) {}

    @Override
    public List<UUID> send(Actor actor, String key, Wanted wanted) {
        return send(
                        actor,
                        key,
                        new NewSending(
                                wanted.itemCode(),
                                wanted.title().strip(),
                                wanted.words(),
                                wanted.dueDay(),
                                wanted.forms(),
                                wanted.unitIds()))
                .taskIds();
    }

    /** @param unitIds of communities */
    record NewSending(String itemCode, String title, String words, LocalDate dueDay, int forms, List<UUID> unitIds) {}

    SendingView send(Actor actor, String key, NewSending sending) {
        actor.require(AdmissionRights.SEND);
        Unit sender = positions.unit(actor);
        check(sending);
        return once.run(actor, key, SendingView.class, () -> {
            Instant now = clock.instant();
            LocalDate today = today(now);
            Versioned<AdmissionList> list = policy.current(AdmissionTable.class);
            repository.oneAtATime(sending.itemCode());
            UUID id = Ids.next();
            List<Share> shares = new ArrayList<>();
            String itemName = "";
            for (UUID unitId : sending.unitIds()) {
                Unit community = community(actor, unitId);
                AdmissionItem item = admitted(list.content(), sending, sender, community, today);
                itemName = item.name();
                UUID task = repository.insert(
                        new CommunityTaskRepository.Sent(id, item, list.version(), sending, today, now),
                        community,
                        actor);
                shares.add(new Share(task, unitId));
            }
            events.publishEvent(new AdmissionEvent.Sent(shares, itemName, sender.id(), sending.dueDay(), now));
            return new SendingView(id, shares.stream().map(Share::taskId).toList());
        });
    }

    private AdmissionItem admitted(
            AdmissionList list, NewSending sending, Unit sender, Unit community, LocalDate today) {
        AdmissionItem item = list.admit(
                new Asked(sending.itemCode(), sender, community.name(), today),
                code -> positions.covers(code, community.areaKey()),
                begin -> repository.sentSince(sending.itemCode(), community.id(), begin));
        if (item.to() != null && sending.dueDay().isAfter(item.to())) {
            throw Refused.of("task-due-day", today, item.to()).at("dueDay");
        }
        int alike = policy.setting(AdmissionSettings.ALIKE_PERCENT);
        list.inDisguise(item, sender, today, sending.title(), sending.words(), alike)
                .ifPresent(other -> {
                    throw Refused.of("admission-other-item", other.name(), sender.name(), item.name())
                            .at("words");
                });
        if (repository.wasReturned(item.code(), sending.title(), community.id())) {
            throw Refused.of("communitytask-returned", community.name(), sending.title(), item.name())
                    .at("title");
        }
        return item;
    }

    private void check(NewSending sending) {
        LocalDate today = today(clock.instant());
        if (sending.dueDay().isBefore(today) || sending.dueDay().isAfter(today.plusDays(DAYS_MAX))) {
            throw Refused.of("task-due-day", today, today.plusDays(DAYS_MAX)).at("dueDay");
        }
        if (sending.forms() < 0 || sending.forms() > FORMS_MAX) {
            throw Refused.of("task-forms", FORMS_MAX).at("forms");
        }
        if (policy.current(QuotasTable.class).content().isIn(sending.title(), sending.words())) {
            throw Refused.of("admission-quota").at("words");
        }
    }

    /** What lies out of reach does not exist; what is no community is not asked by this way. */
    private Unit community(Actor actor, UUID unitId) {
        return positions.communities(actor.scope()).stream()
                .filter(unit -> unit.id().equals(unitId))
                .findFirst()
                .orElseThrow(() -> Refused.of("admission-community-unknown").at("unitIds"));
    }

    void receive(Actor actor, Target target) {
        take(actor, target, RECEIVE, "", null);
    }

    /** @param hours what it took, of all who worked at it */
    void report(Actor actor, Target target, String words, BigDecimal hours) {
        take(actor, target, REPORT, words, hours);
    }

    /** It is not what the list says. */
    void giveBack(Actor actor, Target target, String words) {
        take(actor, target, RETURN, words, null);
    }

    void withdraw(Actor actor, Target target, String words) {
        take(actor, target, WITHDRAW, words, null);
    }

    private void take(
            Actor actor, Target target, CommunityTaskActionKind action, String words, @Nullable BigDecimal hours) {
        once.run(actor, target.key(), Done.class, () -> {
            CommunityTask task = repository.find(target.id(), actor);
            if (task.version() != target.version()) {
                throw new Stale(task.version());
            }
            Step step = CommunityTaskWorkflow.next(task, action, positions.roles(actor, task));
            Instant now = clock.instant();
            repository.save(task, step, new CommunityTaskRepository.Told(words, hours), actor, now);
            if (action == RETURN) {
                events.publishEvent(new AdmissionEvent.Returned(
                        task.id(), task.itemName(), task.senderUnitId(), task.unitId(), now));
            }
            return new Done(task.id());
        });
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, policy.city().zone());
    }
}
