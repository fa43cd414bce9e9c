package org.mulin.policy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Texts;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.internal.DraftLife.Part;
import org.mulin.policy.internal.PolicyViews.ColumnView;
import org.mulin.policy.internal.PolicyViews.DraftRow;
import org.mulin.policy.internal.PolicyViews.DraftView;
import org.mulin.policy.internal.PolicyViews.NextVersion;
import org.mulin.policy.internal.PolicyViews.PlacedText;
import org.mulin.policy.internal.PolicyViews.RemarkView;
import org.mulin.policy.internal.PolicyViews.TableRow;
import org.mulin.policy.internal.PolicyViews.TableView;
import org.mulin.policy.internal.PolicyViews.VersionRow;
import org.mulin.policy.internal.StoredDraft.Remark;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads tables, their versions and drafts for the desk. */
@Component
class PolicyReadings {
    /** In pack-problems.csv. */
    private static final Texts REMARKS = Texts.load("/pack-problems.csv");

    private final StoredPolicy policy;
    private final VersionRepository versions;
    private final DraftQueries drafts;
    private final DraftService service;
    private final Map<StoredVersion.Key, Integer> rowCounts = new ConcurrentHashMap<>();

    PolicyReadings(StoredPolicy policy, VersionRepository versions, DraftQueries drafts, DraftService service) {
        this.policy = policy;
        this.versions = versions;
        this.drafts = drafts;
        this.service = service;
    }

    PackTable<?> table(String name) {
        return policy.table(name).orElseThrow(Absent::new);
    }

    List<TableRow> tables(Actor actor) {
        Map<String, Integer> waiting = drafts.waiting();
        return policy.tables().values().stream()
                .map(table -> row(table, waiting, actor))
                .toList();
    }

    TableView open(PackTable<?> table, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        List<ColumnView> columns = new ArrayList<>();
        if (table instanceof CsvTable<?> sheet) {
            sheet.columns()
                    .forEach(column -> columns.add(new ColumnView(
                            column.name(),
                            TableTexts.title(table, column.name(), locale),
                            TableTexts.about(table, column.name(), locale),
                            Texts.in(locale, column.allowed()),
                            column.optional())));
        }
        return new TableView(row(table, drafts.waiting(), actor), columns);
    }

    Page<VersionRow> versions(PackTable<?> table, @Nullable Long below, int limit) {
        long inForce = inForce(table).version();
        Page<VersionRow> page = drafts.versions(table.name(), below, limit);
        return new Page<>(
                page.items().stream().map(row -> row.in(state(row, inForce))).toList(), page.next());
    }

    Page<DraftRow> drafts(@Nullable String table, boolean waiting, @Nullable UUID cursor, int limit) {
        Page<StoredDraft> page = drafts.page(table, waiting, cursor, limit);
        return new Page<>(page.items().stream().map(this::row).toList(), page.next());
    }

    StoredDraft draft(UUID id) {
        return drafts.find(id).orElseThrow(Absent::new);
    }

    DraftView view(UUID id, Actor actor) {
        StoredDraft draft = draft(id);
        PackTable<?> table = table(draft.table());
        StoredVersion newest = StoredVersion.newest(policy.versions(table));
        Set<Part> parts = service.partsOf(draft, actor);
        Locale locale = LocaleContextHolder.getLocale();
        boolean published = draft.state() == DraftState.PUBLISHED;
        return new DraftView(
                id,
                draft.table(),
                TableTexts.title(table, locale),
                table instanceof CsvTable<?>,
                draft.state(),
                draft.baseVersion(),
                !published && newest.version() != draft.baseVersion(),
                draft.fileName(),
                draft.note(),
                draft.rowsTotal(),
                draft.counts(),
                draft.remarks().size(),
                (int) draft.remarks().stream().filter(Remark::fresh).count(),
                draft.remarks().stream().map(remark -> said(remark, locale)).toList(),
                draft.effectiveFrom(),
                service.earliest(newest),
                !newest.validFrom().isAfter(policy.today()),
                draft.reason(),
                draft.publishedVersion(),
                drafts.steps(id),
                actor.has(table.right()) ? List.copyOf(DraftLife.allowed(draft.state(), parts)) : List.of(),
                !parts.contains(Part.ALONE),
                draft.version());
    }

    Difference difference(StoredDraft draft) {
        PackTable<?> table = table(draft.table());
        String before = versions.text(new StoredVersion.Key(draft.table(), draft.baseVersion()));
        return Difference.between(table, before, drafts.text(draft.id()));
    }

    Difference difference(PackTable<?> table, long from, long to) {
        return Difference.between(table, text(table, from), text(table, to));
    }

    String text(PackTable<?> table, long version) {
        return policy.versions(table).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .map(each -> versions.text(each.key()))
                .orElseThrow(Absent::new);
    }

    String text(StoredDraft draft) {
        return drafts.text(draft.id());
    }

    private TableRow row(PackTable<?> table, Map<String, Integer> waiting, Actor actor) {
        StoredVersion now = inForce(table);
        Collection<StoredVersion> all = policy.versions(table);
        StoredVersion newest = StoredVersion.newest(all);
        return new TableRow(
                table.name(),
                TableTexts.title(table, LocaleContextHolder.getLocale()),
                table.file(),
                table instanceof CsvTable<?>,
                rowCounts.computeIfAbsent(now.key(), key -> count(table, key)),
                now.version(),
                now.validFrom(),
                newest.validFrom().isAfter(policy.today())
                        ? new NextVersion(newest.version(), newest.validFrom())
                        : null,
                waiting.getOrDefault(table.name(), 0),
                actor.has(table.right()));
    }

    private int count(PackTable<?> table, StoredVersion.Key key) {
        return Difference.entries(table, versions.text(key)).size();
    }

    private StoredVersion inForce(PackTable<?> table) {
        return StoredVersion.inForce(policy.versions(table), policy.today());
    }

    private VersionState state(VersionRow row, long inForce) {
        if (row.withdrawnAt() != null) {
            return VersionState.WITHDRAWN;
        }
        if (row.version() == inForce) {
            return VersionState.IN_FORCE;
        }
        return row.validFrom().isAfter(policy.today()) ? VersionState.FUTURE : VersionState.PAST;
    }

    private DraftRow row(StoredDraft draft) {
        return new DraftRow(
                draft.id(),
                draft.table(),
                TableTexts.title(table(draft.table()), LocaleContextHolder.getLocale()),
                draft.state(),
                draft.fileName(),
                draft.createdName(),
                draft.createdAt(),
                draft.counts(),
                draft.effectiveFrom());
    }

    private static RemarkView said(Remark remark, Locale locale) {
        String text = REMARKS.text(locale, remark.code(), remark.arguments());
        return new RemarkView(
                new PlacedText(remark.file(), remark.line(), remark.column(), remark.code(), text), remark.fresh());
    }
}
