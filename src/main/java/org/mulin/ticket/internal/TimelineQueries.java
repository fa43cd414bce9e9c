package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.HISTORY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.base.Actor;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.ticket.internal.TicketViews.PhotoView;
import org.mulin.ticket.internal.TicketViews.TimelineEntry;
import org.mulin.ticket.internal.db.tables.records.HistoryRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The history as it is told to staff, and as it is told to an author. */
@Repository
class TimelineQueries {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Files files;
    private final Accounts accounts;
    private final Names names;
    private final ReasonNotes notes;
    private final MergeQueries merges;
    private final JsonMapper json;

    TimelineQueries(
            DSLContext sql,
            Files files,
            Accounts accounts,
            Names names,
            ReasonNotes notes,
            MergeQueries merges,
            JsonMapper json) {
        this.sql = sql;
        this.files = files;
        this.accounts = accounts;
        this.names = names;
        this.notes = notes;
        this.merges = merges;
        this.json = json;
    }

    /**
     * @param accused the reader's unit, when it is the accused of a confidential appeal: what others wrote is not for
     *     it; null for everybody else
     */
    List<TimelineEntry> forStaff(UUID ticketId, @Nullable UUID accused) {
        List<HistoryRecord> rows = withMoved(ticketId);
        Map<UUID, List<StoredFile>> photos = photos(rows);
        Set<UUID> people = rows.stream()
                .map(HistoryRecord::getActorId)
                .filter(id -> !id.equals(Actor.SYSTEM.accountId()))
                .collect(Collectors.toSet());
        Map<UUID, String> displayNames = accounts.displayNames(people);
        List<TimelineEntry> entries = new ArrayList<>();
        for (HistoryRecord row : rows) {
            boolean author = row.getRole().equals(TicketRole.AUTHOR.name());
            boolean hidden = accused != null && (author || !accused.equals(row.getUnitId()));
            entries.add(new TimelineEntry(
                    row.getAt(),
                    ActionKind.valueOf(row.getAction()),
                    author || (hidden && isFiling(row)) ? role(TicketRole.AUTHOR) : staff(row, displayNames),
                    hidden ? null : row.getWords(),
                    hidden && author ? null : notes.forStaff(ActionKind.valueOf(row.getAction()), facts(row)),
                    hidden ? List.of() : PhotoView.of(photos.get(row.getId()))));
        }
        return entries;
    }

    /** Who brings an appeal in may be its author, or lead to them. */
    private static boolean isFiling(HistoryRecord row) {
        return row.getAction().equals(ActionKind.REGISTER.name())
                || row.getAction().equals(ActionKind.JOIN.name());
    }

    /** Steps meant for authors: own words and what is said to them; never what staff say among themselves. */
    List<TimelineEntry> forAuthor(UUID ticketId, UUID appealId) {
        List<HistoryRecord> rows = way(ticketId, appealId).stream()
                .filter(row -> isJoining(row, appealId)
                        || ActionKind.valueOf(row.getAction()).audience() != Audience.STAFF)
                .filter(row -> row.getAppealId() == null || row.getAppealId().equals(appealId))
                .toList();
        Map<UUID, List<StoredFile>> photos = photos(rows);
        List<TimelineEntry> entries = new ArrayList<>();
        for (HistoryRecord row : rows) {
            ActionKind action = ActionKind.valueOf(row.getAction());
            boolean words = action.audience() == Audience.STEP_AND_WORDS;
            entries.add(new TimelineEntry(
                    row.getAt(),
                    action,
                    whoForAuthor(row, action),
                    words ? row.getWords() : null,
                    notes.forAuthor(action, facts(row)),
                    words ? PhotoView.of(photos.get(row.getId())) : List.of()));
        }
        return entries;
    }

    /** Through all tickets that the appeal was part of, each until it was merged. */
    private List<HistoryRecord> way(UUID ticketId, UUID appealId) {
        List<HistoryRecord> way = new ArrayList<>();
        UUID from = null;
        for (UUID stop : merges.before(appealId)) {
            way.addAll(begun(rows(stop), appealId, from));
            from = stop;
        }
        way.addAll(begun(rows(ticketId), appealId, from));
        return way;
    }

    /** Whoever came later, alone or with a merged ticket, was not there before. */
    private List<HistoryRecord> begun(List<HistoryRecord> all, UUID appealId, @Nullable UUID from) {
        List<HistoryRecord> since = all.stream()
                .dropWhile(row -> !isJoining(row, appealId) && !isComing(row, from))
                .toList();
        return since.isEmpty() ? all : since;
    }

    private boolean isComing(HistoryRecord row, @Nullable UUID from) {
        return from != null
                && row.getAction().equals(ActionKind.ABSORB.name())
                && from.toString().equals(facts(row).get("from"));
    }

    /** Also what authors who came with merged tickets said there. */
    private List<HistoryRecord> withMoved(UUID ticketId) {
        List<HistoryRecord> rows = new ArrayList<>(merges.saidBefore(ticketId));
        rows.addAll(rows(ticketId));
        rows.sort(Comparator.comparing(HistoryRecord::getAt));
        return rows;
    }

    private boolean isJoining(HistoryRecord row, UUID appealId) {
        return row.getAction().equals(ActionKind.JOIN.name())
                && appealId.toString().equals(facts(row).get("appeal"));
    }

    /** What the authors are asked now: the last question without an answer after it. */
    @Nullable
    String openQuestion(List<TimelineEntry> timeline) {
        String question = null;
        for (TimelineEntry entry : timeline) {
            if (entry.action() == ActionKind.ASK) {
                question = entry.words();
            } else if (entry.action() == ActionKind.ANSWER || entry.action() == ActionKind.MERGE) {
                question = null;
            }
        }
        return question;
    }

    /** Which of the ticket's steps carried a photo; the author's reader sees only steps with words for authors. */
    List<UUID> stepIds(UUID ticketId, @Nullable UUID appealId) {
        return (appealId == null ? withMoved(ticketId) : way(ticketId, appealId))
                .stream()
                        .filter(row -> appealId == null
                                || (ActionKind.valueOf(row.getAction()).audience() == Audience.STEP_AND_WORDS
                                        && (row.getAppealId() == null
                                                || row.getAppealId().equals(appealId))))
                        .map(HistoryRecord::getId)
                        .toList();
    }

    private List<HistoryRecord> rows(UUID ticketId) {
        return sql.selectFrom(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId))
                .orderBy(HISTORY.NUMBER)
                .fetch();
    }

    private Map<UUID, List<StoredFile>> photos(List<HistoryRecord> rows) {
        return files.of(
                StepTaker.PHOTO_OWNER, rows.stream().map(HistoryRecord::getId).toList());
    }

    private String staff(HistoryRecord row, Map<UUID, String> displayNames) {
        if (row.getActorId().equals(Actor.SYSTEM.accountId())) {
            return role(TicketRole.SYSTEM);
        }
        if (row.getAction().equals(ActionKind.REGISTER.name()) && row.getUnitId() == null) {
            return role(TicketRole.AUTHOR);
        }
        String person = displayNames.getOrDefault(row.getActorId(), "");
        String unit = names.unitName(row.getUnitId());
        return unit == null ? person : unit + " " + person;
    }

    private String whoForAuthor(HistoryRecord row, ActionKind action) {
        String unit = names.unitName(row.getUnitId());
        if (action == ActionKind.REGISTER && unit != null) {
            return Texts.here(Said.of("timeline.for-you", unit));
        }
        if (row.getAppealId() != null || action == ActionKind.REGISTER || action == ActionKind.JOIN) {
            return Texts.here(Said.of("timeline.yourself"));
        }
        return unit == null ? role(TicketRole.SYSTEM) : unit;
    }

    private static String role(TicketRole role) {
        return Texts.here(Said.of(role.textCode()));
    }

    private Map<String, String> facts(HistoryRecord row) {
        return json.readValue(row.getFacts().data(), FACTS);
    }
}
