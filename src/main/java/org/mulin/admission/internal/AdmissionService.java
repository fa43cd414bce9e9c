package org.mulin.admission.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.AdmissionEvent;
import org.mulin.admission.internal.AdmissionInputs.RequestInput;
import org.mulin.admission.internal.AdmissionInputs.ResubmissionInput;
import org.mulin.admission.internal.AdmissionRequest.Voice;
import org.mulin.admission.internal.AdmissionWorkflow.Applied;
import org.mulin.area.Area;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.organization.Unit;
import org.mulin.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Takes requests in and moves them on; each write once per key, in one transaction. */
@Service
class AdmissionService {
    private final OnceOnly once;
    private final AdmissionRepository repository;
    private final TermsCheck check;
    private final Positions positions;
    private final Listing listing;
    private final Policy policy;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmissionService(
            OnceOnly once,
            AdmissionRepository repository,
            TermsCheck check,
            Positions positions,
            Listing listing,
            Policy policy,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.check = check;
        this.positions = positions;
        this.listing = listing;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Which request, seen in which version, under which key. */
    record Target(UUID id, long version, String key) {}

    /** The answer kept for a repeated key; what the request looks like is read anew each time. */
    record Done(UUID id) {}

    UUID submit(Actor actor, String key, RequestInput input) {
        actor.require(AdmissionRights.SEND);
        Unit applicant = positions.unit(actor);
        Instant now = clock.instant();
        AdmissionTerms terms = check.checked(input.terms(), now);
        List<Area> areas = input.areaCodes().stream()
                .distinct()
                .map(code -> positions.area(actor, code, "areaCodes"))
                .toList();
        List<Voice> voices = voices(areas);
        check.checkOverlap(terms, voices, now);
        Area above = positions.above(areas.stream().map(Area::key).toList());
        boolean throughStreet =
                positions.isInOneStreet(above.key()) && !applicant.kind().equals(Unit.STREET_OFFICE);
        return once.run(actor, key, Done.class, () -> {
                    var blank = new AdmissionRequest(
                            Ids.next(),
                            repository.nextNumber(
                                    LocalDate.ofInstant(now, policy.city().zone())
                                            .getYear()),
                            terms,
                            AdmissionStatus.VOTING,
                            1,
                            check.votingUntil(now),
                            voices,
                            throughStreet,
                            false,
                            applicant.id(),
                            above.key(),
                            0);
                    Applied applied = AdmissionWorkflow.submit(blank);
                    repository.insert(applied, areas.stream().map(Area::code).toList(), actor, now);
                    events.publishEvent(votesAsked(applied.request(), now));
                    return new Done(blank.id());
                })
                .id();
    }

    /** Each community once, whichever of the areas it lies in. */
    private List<Voice> voices(List<Area> areas) {
        Map<UUID, Voice> voices = new LinkedHashMap<>();
        for (Area area : areas) {
            for (Unit unit : positions.communities(AreaRange.of(area.key()))) {
                voices.putIfAbsent(unit.id(), new Voice(unit.id(), unit.areaKey(), null));
            }
        }
        if (voices.isEmpty()) {
            throw Refused.of("admission-no-community").at("areaCodes");
        }
        return List.copyOf(voices.values());
    }

    void vote(Actor actor, Target target, boolean veto, String words) {
        actor.require(AdmissionRights.RECEIVE);
        if (veto && words.isBlank()) {
            throw Refused.of("admission-veto-words").at("words");
        }
        UUID own = positions.unit(actor).id();
        moved(actor, target, request -> {
            if (request.voices().stream().anyMatch(voice -> voice.unitId().equals(own) && !voice.isOpen())) {
                throw Refused.of("admission-voted");
            }
            return new AdmissionAction.Vote(own, veto, words.strip());
        });
    }

    void resubmit(Actor actor, Target target, ResubmissionInput input) {
        actor.require(AdmissionRights.SEND);
        Instant now = clock.instant();
        AdmissionTerms terms = check.checked(input.terms(), now);
        moved(actor, target, request -> {
            check.checkOverlap(terms, request.voices(), now);
            return new AdmissionAction.Resubmit(terms, check.votingUntil(now), input.words());
        });
    }

    void take(Actor actor, Target target, AdmissionAction action) {
        moved(actor, target, _ -> action);
    }

    /** Into the list, by the list's own way, in the same transaction. */
    void accept(Actor actor, Target target, @Nullable LocalDate to, String words) {
        actor.require(AdmissionRights.DECIDE);
        once.run(actor, target.key(), Done.class, () -> {
            AdmissionRequest request = current(actor, target);
            LocalDate last = to == null ? request.terms().to() : to;
            check.checkEnd(request.terms(), last, clock.instant(), "to");
            AdmissionRequest accepted = step(actor, request, new AdmissionAction.Accept(last, words));
            repository.keepDraft(accepted.id(), listing.propose(accepted, repository.areaCodes(request.id()), actor));
            return new Done(request.id());
        });
        listing.announce();
    }

    void list(Actor actor, Target target) {
        actor.require(AdmissionRights.DECIDE);
        once.run(actor, target.key(), Done.class, () -> {
            AdmissionRequest request =
                    step(actor, current(actor, target), new AdmissionAction.Plain(AdmissionActionKind.LIST, ""));
            repository.keepDraft(request.id(), listing.propose(request, repository.areaCodes(request.id()), actor));
            return new Done(request.id());
        });
        listing.announce();
    }

    private void moved(Actor actor, Target target, Function<AdmissionRequest, AdmissionAction> chosen) {
        once.run(actor, target.key(), Done.class, () -> {
            AdmissionRequest request = current(actor, target);
            step(actor, request, chosen.apply(request));
            return new Done(request.id());
        });
    }

    private AdmissionRequest current(Actor actor, Target target) {
        AdmissionRequest request = repository.find(target.id(), actor);
        if (request.version() != target.version()) {
            throw new Stale(request.version());
        }
        return request;
    }

    private AdmissionRequest step(Actor actor, AdmissionRequest request, AdmissionAction action) {
        return step(actor, request, action, positions.roles(actor, request));
    }

    private AdmissionRequest step(
            Actor actor, AdmissionRequest request, AdmissionAction action, Set<AdmissionRole> roles) {
        Applied applied =
                AdmissionWorkflow.apply(request, action, roles, policy.setting(AdmissionSettings.VETO_PERCENT));
        Instant now = clock.instant();
        repository.save(applied, action, actor, now);
        audit.record(
                actor,
                Audit.Act.of(
                        "admission." + action.kind().name().toLowerCase(Locale.ROOT),
                        "admission-request",
                        request.id()));
        AdmissionRequest next = applied.request();
        if (action instanceof AdmissionAction.Resubmit) {
            events.publishEvent(votesAsked(next, now));
        } else if (next.status() != request.status()) {
            events.publishEvent(new AdmissionEvent.Moved(
                    next.id(),
                    next.number(),
                    next.unitId(),
                    next.status().textCode(),
                    next.status() == AdmissionStatus.STREET,
                    next.areaKey(),
                    now));
        }
        return next;
    }

    private static AdmissionEvent votesAsked(AdmissionRequest request, Instant now) {
        return new AdmissionEvent.VotesAsked(
                request.id(),
                request.number(),
                request.unitId(),
                request.voices().stream().map(Voice::unitId).toList(),
                request.votingUntil(),
                now);
    }

    /** What the clock does: closes a voting whose time is over, ends what has reached its last day. */
    void byClock(AdmissionRequest request, AdmissionActionKind kind) {
        step(Actor.SYSTEM, request, new AdmissionAction.Plain(kind, ""), Set.of(AdmissionRole.SYSTEM));
    }
}
