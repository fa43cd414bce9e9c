package org.mulin.ticket.internal.exports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.job.Job;
import org.mulin.job.JobState;
import org.mulin.job.Jobs;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.ChosenFilter;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.exports.ExportViews.ExportView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes wishes for lists in, within the limits of rows and of a day, and hands them to a job. */
@Service
class ExportService {
    static final String RIGHT = "ticket:read";
    static final Duration KEPT = Duration.ofHours(24);

    private final ExportRepository repository;
    private final ExportQueries queries;
    private final Jobs jobs;
    private final Audit audit;
    private final Problems problems;
    private final Policy policy;
    private final JsonMapper json;
    private final Clock clock;

    ExportService(
            ExportRepository repository,
            ExportQueries queries,
            Jobs jobs,
            Audit audit,
            Problems problems,
            Policy policy,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.jobs = jobs;
        this.audit = audit;
        this.problems = problems;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    /** Settles which tickets the sheet will hold. @return the export's id */
    UUID begin(Actor actor, ChosenFilter filter) {
        Instant now = clock.instant();
        int perDay = policy.setting(TicketSettings.EXPORTS_PER_DAY);
        if (repository.countSince(actor.accountId(), now.minus(Duration.ofDays(1))) >= perDay) {
            throw Refused.of("exports-per-day", perDay);
        }
        int max = policy.setting(TicketSettings.EXPORT_ROWS);
        List<UUID> tickets = queries.tickets(actor, filter.in(policy.city().zone()), max + 1);
        if (tickets.isEmpty()) {
            throw Refused.of("export-empty");
        }
        if (tickets.size() > max) {
            throw Refused.of("export-too-long", max);
        }
        UUID id = Ids.next();
        UUID job = jobs.queue(ExportHandler.NAME, json.writeValueAsString(new ExportHandler.Parameters(id)), actor);
        repository.insert(new ListExport(id, actor, language(), filter, tickets.size(), job, now), tickets);
        audit.record(actor, Audit.Act.of("ticket.export", "export", id).with("rows=" + tickets.size()));
        return id;
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** @throws Absent when there is none of this person on this post's unit, or its time is over */
    ListExport own(Actor actor, UUID id) {
        return repository
                .own(actor, id)
                .filter(each -> clock.instant().isBefore(keptUntil(each)))
                .orElseThrow(Absent::new);
    }

    /** Ready to be taken out, which is written down. */
    @Transactional
    ListExport take(Actor actor, UUID id) {
        ListExport export = own(actor, id);
        if (jobs.find(export.jobId()).map(Job::state).orElse(JobState.FAILED) != JobState.DONE) {
            throw Refused.of("export-not-ready");
        }
        audit.record(actor, Audit.Act.of("ticket.export-download", "export", id));
        return export;
    }

    ExportView view(Actor actor, UUID id) {
        ListExport export = own(actor, id);
        return view(export, jobs.find(export.jobId()).orElse(null));
    }

    List<ExportView> newest(Actor actor) {
        List<ListExport> exports = repository.newest(actor).stream()
                .filter(each -> clock.instant().isBefore(keptUntil(each)))
                .toList();
        Map<UUID, Job> byId =
                jobs.findAll(exports.stream().map(ListExport::jobId).toList());
        return exports.stream()
                .map(export -> view(export, byId.get(export.jobId())))
                .toList();
    }

    private ExportView view(ListExport export, @Nullable Job job) {
        String failure = job == null ? null : job.failureCode();
        return new ExportView(
                export.id(),
                job == null ? JobState.FAILED : job.state(),
                job == null ? 0 : job.counted(ExportHandler.WRITTEN),
                export.rows(),
                export.filter(),
                export.createdAt(),
                keptUntil(export),
                failure == null ? null : problems.text(LocaleContextHolder.getLocale(), failure, List.of()));
    }

    private static Instant keptUntil(ListExport export) {
        return export.createdAt().plus(KEPT);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        repository.deleteBefore(clock.instant().minus(KEPT));
    }
}
