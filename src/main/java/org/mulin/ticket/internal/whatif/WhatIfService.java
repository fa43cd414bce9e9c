package org.mulin.ticket.internal.whatif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.job.Job;
import org.mulin.job.JobState;
import org.mulin.job.Jobs;
import org.mulin.policy.Drafts;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.mulin.ticket.internal.whatif.WhatIfViews.RunView;
import org.mulin.ticket.internal.whatif.WhatIfViews.Tally;
import org.mulin.ticket.internal.whatif.WhatIfViews.TallyRow;
import org.mulin.ticket.internal.whatif.WhatIfViews.WhatIfView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Starts what-ifs and reads what they found. */
@Component
class WhatIfService {
    private final WhatIfRepository repository;
    private final WhatIfQueries queries;
    private final Drafts drafts;
    private final Jobs jobs;
    private final Areas areas;
    private final Names names;
    private final Problems problems;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    WhatIfService(
            WhatIfRepository repository,
            WhatIfQueries queries,
            Drafts drafts,
            Jobs jobs,
            Areas areas,
            Names names,
            Problems problems,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.drafts = drafts;
        this.jobs = jobs;
        this.areas = areas;
        this.names = names;
        this.problems = problems;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public void start(UUID draftId, int days, Actor actor) {
        if (!RuleBook.TABLES.contains(drafts.table(draftId).orElseThrow(Absent::new))) {
            throw Refused.of("what-if-other-table");
        }
        repository.ofDraft(draftId).flatMap(last -> jobs.find(last.jobId())).ifPresent(job -> {
            if (!job.state().isOver()) {
                throw Refused.of("what-if-running");
            }
        });
        Instant until = clock.instant();
        Instant since = until.minus(Duration.ofDays(days));
        UUID id = Ids.next();
        UUID job = jobs.queue(WhatIfHandler.NAME, json.writeValueAsString(new WhatIfHandler.Parameters(id)), actor);
        repository.forget(draftId);
        long total = repository.decisions(since, until);
        repository.insert(new WhatIf(id, draftId, days, since, until, total, job), actor, until);
        audit.record(
                actor, Audit.Act.of("policy.what-if", "policy-draft", draftId).with("days=" + days));
    }

    @Transactional
    public void cancel(UUID draftId, Actor actor) {
        WhatIf last = repository.ofDraft(draftId).orElseThrow(Absent::new);
        jobs.cancel(last.jobId());
        audit.record(actor, Audit.Act.of("policy.what-if-cancel", "policy-draft", draftId));
    }

    WhatIfView view(UUID draftId, Actor actor) {
        String table = drafts.table(draftId).orElseThrow(Absent::new);
        Optional<WhatIf> last = repository.ofDraft(draftId);
        return new WhatIfView(
                RuleBook.TABLES.contains(table),
                last.map(whatIf -> run(whatIf, jobs.find(whatIf.jobId()).orElse(null), actor))
                        .orElse(null));
    }

    WhatIf last(UUID draftId) {
        return repository.ofDraft(draftId).orElseThrow(Absent::new);
    }

    private RunView run(WhatIf whatIf, @Nullable Job job, Actor actor) {
        String failure = job == null ? null : job.failureCode();
        return new RunView(
                whatIf.id(),
                job == null ? JobState.FAILED : job.state(),
                whatIf.days(),
                whatIf.since(),
                whatIf.until(),
                job == null ? 0 : job.counted(WhatIfRun.READ),
                whatIf.decisionsTotal(),
                queries.tickets(whatIf.id(), actor.scope()),
                queries.tally(whatIf.id(), actor.scope()),
                queries.moves(whatIf.id(), actor.scope()),
                matters(queries.byMatter(whatIf.id(), actor.scope())),
                areas(whatIf.id(), actor),
                job == null ? null : job.finishedAt(),
                failure == null ? null : problems.text(LocaleContextHolder.getLocale(), failure, List.of()));
    }

    private List<TallyRow> matters(Map<String, Tally> found) {
        return found.entrySet().stream()
                .map(each -> new TallyRow(
                        each.getKey(),
                        each.getKey().isEmpty() ? "" : String.valueOf(names.matter(each.getKey())),
                        each.getValue()))
                .toList();
    }

    /** By county for whoever has the city in reach, by street for whoever has a county, and so on down. */
    private List<TallyRow> areas(UUID whatIf, Actor actor) {
        AreaTree tree = areas.tree();
        int keyChars = tree.all().stream()
                .filter(area -> actor.scope().contains(area.key()))
                .map(Area::level)
                .min(AreaLevel::compareTo)
                .flatMap(top -> tree.all().stream()
                        .filter(area -> area.level().compareTo(top) > 0)
                        .map(area -> area.key().length())
                        .min(Integer::compareTo))
                .orElse(Integer.MAX_VALUE);
        return queries.byArea(whatIf, actor.scope(), keyChars).entrySet().stream()
                .map(each -> new TallyRow(each.getKey(), areaName(each.getKey()), each.getValue()))
                .toList();
    }

    private String areaName(String key) {
        String name = names.area(key);
        return name == null ? key : name;
    }
}
