package org.mulin.policy.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.policy.Amendment;
import org.mulin.policy.Amendments;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Sheet;
import org.mulin.policy.internal.DraftCheck.Candidate;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts of lines that other modules want in, and lets them go the way of every draft. */
@Component
class Amender implements Amendments {
    private final StoredPolicy policy;
    private final VersionRepository versions;
    private final DraftService drafts;
    private final DraftQueries queries;
    private final DraftCheck check;
    private final VersionWatch watch;

    Amender(
            StoredPolicy policy,
            VersionRepository versions,
            DraftService drafts,
            DraftQueries queries,
            DraftCheck check,
            VersionWatch watch) {
        this.policy = policy;
        this.versions = versions;
        this.drafts = drafts;
        this.queries = queries;
        this.check = check;
        this.watch = watch;
    }

    @Override
    @Transactional
    public Amendment append(Class<? extends CsvTable<?>> type, Map<String, String> cells, String reason, Actor actor) {
        CsvTable<?> table = policy.tables().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
        drafts.demand(table, actor);
        versions.oneAtATime();
        StoredVersion base = StoredVersion.newest(versions.all().stream()
                .filter(version -> version.table().equals(table.name()))
                .toList());
        var candidate = new Candidate(table, appended(table, versions.text(base.key()), cells), null);
        LocalDate day = drafts.earliest(base);
        List<PackProblem> mistakes = check.mistakes(candidate, day);
        if (!mistakes.isEmpty()) {
            throw Refused.of(
                    "policy-draft-broken", mistakes.size(), mistakes.getFirst().shown(LocaleContextHolder.getLocale()));
        }
        UUID id = drafts.keep(new DraftService.Accepted(candidate, table.file(), reason), actor);
        drafts.publish(id, day, reason, 1, actor);
        return queries.find(id).map(Amender::outcome).orElseThrow();
    }

    /** The columns stand as the newest version has them. */
    private static String appended(CsvTable<?> table, String text, Map<String, String> cells) {
        List<Sheet.Line> lines =
                new ArrayList<>(table.sheet(text, new PackProblems()).lines());
        int next = lines.getLast().number() + 1;
        lines.add(new Sheet.Line(
                next,
                lines.getFirst().cells().stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList()));
        return new Sheet(lines).text();
    }

    @Override
    public void announce() {
        watch.changed();
    }

    @Override
    public Map<UUID, Amendment> find(Collection<UUID> draftIds) {
        return draftIds.stream()
                .flatMap(id -> queries.find(id).stream())
                .map(Amender::outcome)
                .collect(Collectors.toMap(Amendment::draftId, Function.identity()));
    }

    private static Amendment outcome(StoredDraft draft) {
        return new Amendment(draft.id(), draft.publishedVersion(), draft.state() == DraftState.PROPOSED);
    }
}
