package org.mulin.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Draft;
import org.mulin.policy.Drafts;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.internal.DraftLife.Part;
import org.mulin.policy.internal.DraftRepository.Taken;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts and makes versions of them, one at a time: no version is made of a difference that nobody has seen. */
@Component
class DraftService implements Drafts {
    static final int YEARS_AHEAD_MAX = 2;

    private final StoredPolicy policy;
    private final VersionRepository versions;
    private final DraftRepository repository;
    private final DraftQueries queries;
    private final DraftCheck check;
    private final Audit audit;
    private final Clock clock;

    DraftService(
            StoredPolicy policy,
            VersionRepository versions,
            DraftRepository repository,
            DraftQueries queries,
            DraftCheck check,
            Audit audit,
            Clock clock) {
        this.policy = policy;
        this.versions = versions;
        this.repository = repository;
        this.queries = queries;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Draft> find(UUID id) {
        return queries.find(id)
                .flatMap(draft -> policy.table(draft.table())
                        .flatMap(table -> table.parse(queries.text(id), new PackProblems())
                                .map(content -> new Draft(id, draft.table(), content))));
    }

    @Override
    public Optional<String> table(UUID id) {
        return queries.find(id).map(StoredDraft::table);
    }

    /** Keeps what was uploaded and found to be without mistakes. */
    @Transactional
    public UUID keep(Accepted accepted, Actor actor) {
        versions.oneAtATime();
        PackTable<?> table = accepted.table();
        StoredVersion base = StoredVersion.newest(versionsNow(table));
        var counts = Difference.between(table, versions.text(base.key()), accepted.text())
                .counts();
        if (counts.none()) {
            throw Refused.of("policy-no-difference", base.version()).at("file");
        }
        Instant now = clock.instant();
        var draft = new StoredDraft(
                Ids.next(),
                table.name(),
                base.version(),
                DraftState.OPEN,
                accepted.fileName(),
                accepted.note(),
                Difference.entries(table, accepted.text()).size(),
                counts,
                check.remarks(accepted.candidate(), base, earliest(base)),
                null,
                null,
                null,
                actor.accountId(),
                actor.name(),
                now,
                null,
                1);
        repository.insert(draft, accepted.text(), new Taken(DraftAction.UPLOAD, actor, now, accepted.note()));
        note(actor, "policy.upload", draft, "rows=" + draft.rowsTotal());
        return draft.id();
    }

    /** A file that could be read and fits the tables beside it. */
    record Accepted(DraftCheck.Candidate candidate, String fileName, String note) {
        PackTable<?> table() {
            return candidate.table();
        }

        String text() {
            return candidate.text();
        }
    }

    /** Puts the draft in force, or asks a second person to. */
    @Transactional
    public void publish(UUID id, @Nullable LocalDate wanted, String reason, long version, Actor actor) {
        StoredDraft draft = open(id, version, actor);
        PackTable<?> table = table(draft, actor);
        LocalDate day = wanted == null ? policy.today() : wanted;
        checkDay(day, table);
        Set<Part> parts = partsOf(draft, actor);
        boolean alone = parts.contains(Part.ALONE);
        DraftAction action = alone ? DraftAction.PUBLISH : DraftAction.PROPOSE;
        DraftState next = DraftLife.after(draft.state(), action, parts);
        checkStillFits(draft, table, day);
        if (alone) {
            putInForce(draft, table, day, reason, actor);
        } else {
            var proposed = draft.moved(next, day, reason, null, actor.accountId());
            repository.update(proposed, draft.version(), new Taken(action, actor, clock.instant(), reason));
            note(actor, "policy.propose", draft, "effective=" + day);
        }
    }

    /** The second person agrees. A day that has passed meanwhile becomes today. */
    @Transactional
    public void approve(UUID id, long version, Actor actor) {
        StoredDraft draft = open(id, version, actor);
        PackTable<?> table = table(draft, actor);
        DraftLife.after(draft.state(), DraftAction.PUBLISH, partsOf(draft, actor));
        LocalDate asked = draft.effectiveFrom();
        LocalDate today = policy.today();
        LocalDate day = asked == null || asked.isBefore(today) ? today : asked;
        checkDay(day, table);
        checkStillFits(draft, table, day);
        putInForce(draft, table, day, String.valueOf(draft.reason()), actor);
    }

    @Transactional
    public void reject(UUID id, String words, long version, Actor actor) {
        StoredDraft draft = open(id, version, actor);
        DraftState next = DraftLife.after(draft.state(), DraftAction.REJECT, partsOf(draft, actor));
        var rejected = draft.moved(next, null, null, null, null);
        repository.update(rejected, draft.version(), new Taken(DraftAction.REJECT, actor, clock.instant(), words));
        note(actor, "policy.reject", draft, "");
    }

    @Transactional
    public void discard(UUID id, long version, Actor actor) {
        StoredDraft draft = open(id, version, actor);
        DraftState next = DraftLife.after(draft.state(), DraftAction.DISCARD, partsOf(draft, actor));
        var discarded = draft.moved(next, null, null, null, null);
        repository.update(discarded, draft.version(), new Taken(DraftAction.DISCARD, actor, clock.instant(), ""));
        note(actor, "policy.discard", draft, "");
    }

    /** Takes back a version before its day has come; what was in force goes on being so. */
    @Transactional
    public void withdraw(PackTable<?> table, long number, String reason, Actor actor) {
        demand(table, actor);
        if (!isCity(actor)) {
            throw Refused.of("policy-second-person");
        }
        versions.oneAtATime();
        StoredVersion version = versionsNow(table).stream()
                .filter(each -> each.version() == number)
                .findFirst()
                .orElseThrow(Absent::new);
        if (version.withdrawn() || !version.validFrom().isAfter(policy.today())) {
            throw Refused.of("policy-in-force");
        }
        versions.withdraw(version.key(), clock.instant(), actor, reason);
        audit.record(actor, Audit.Act.of("policy.withdraw", "table-version", table.name() + "-" + number));
    }

    /** Whether this actor may put tables in force, if need be with a second person. */
    boolean isCity(Actor actor) {
        return actor.scope().contains(AreaRange.of(policy.city().areaKey()));
    }

    Set<Part> partsOf(StoredDraft draft, Actor actor) {
        return draft.partsOf(actor.accountId(), isCity(actor), !policy.setting(SettingsTable.APPROVAL));
    }

    /** First day on which a version that follows this one may come into force. */
    LocalDate earliest(StoredVersion base) {
        LocalDate today = policy.today();
        return base.validFrom().isAfter(today) ? base.validFrom() : today;
    }

    void demand(PackTable<?> table, Actor actor) {
        actor.require(Policy.PUBLISH);
        actor.require(table.right());
    }

    private void putInForce(StoredDraft draft, PackTable<?> table, LocalDate day, String reason, Actor actor) {
        long number = versionsNow(table).stream()
                        .mapToLong(StoredVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        Instant now = clock.instant();
        versions.add(
                StoredVersion.of(table.name(), number, day),
                queries.text(draft.id()),
                now,
                actor,
                new VersionRepository.Origin(draft.id(), reason));
        var published = draft.moved(DraftState.PUBLISHED, day, reason, number, draft.proposedBy());
        repository.update(published, draft.version(), new Taken(DraftAction.PUBLISH, actor, now, reason));
        note(actor, "policy.publish", draft, "version=" + number + " effective=" + day);
    }

    private StoredDraft open(UUID id, long version, Actor actor) {
        versions.oneAtATime();
        StoredDraft draft = queries.find(id).orElseThrow(Absent::new);
        table(draft, actor);
        if (draft.version() != version) {
            throw new Stale(draft.version());
        }
        return draft;
    }

    private PackTable<?> table(StoredDraft draft, Actor actor) {
        PackTable<?> table = policy.table(draft.table()).orElseThrow(Absent::new);
        demand(table, actor);
        return table;
    }

    private void checkDay(LocalDate day, PackTable<?> table) {
        LocalDate earliest = earliest(StoredVersion.newest(versionsNow(table)));
        LocalDate latest = policy.today().plusYears(YEARS_AHEAD_MAX);
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            throw Malformed.of("effectiveFrom", "policy-effective-day", earliest, latest);
        }
    }

    /** What was seen is what is published: the table has not changed since, nor do the others contradict it by now. */
    private void checkStillFits(StoredDraft draft, PackTable<?> table, LocalDate day) {
        long newest = StoredVersion.newest(versionsNow(table)).version();
        if (newest != draft.baseVersion()) {
            throw Refused.of("policy-base-moved", draft.baseVersion(), newest);
        }
        policy.refresh();
        List<PackProblem> mistakes =
                check.mistakes(new DraftCheck.Candidate(table, queries.text(draft.id()), null), day);
        if (!mistakes.isEmpty()) {
            Locale locale = LocaleContextHolder.getLocale();
            throw Refused.of(
                    "policy-draft-broken", mistakes.size(), mistakes.getFirst().shown(locale));
        }
    }

    /** As they stand in the database inside this transaction, whatever this node has heard of. */
    private Collection<StoredVersion> versionsNow(PackTable<?> table) {
        return versions.all().stream()
                .filter(version -> version.table().equals(table.name()))
                .toList();
    }

    private void note(Actor actor, String action, StoredDraft draft, String detail) {
        audit.record(
                actor,
                Audit.Act.of(action, "policy-draft", draft.id())
                        .with(("table=" + draft.table() + " " + detail).strip()));
    }
}
