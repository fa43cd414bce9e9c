package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Masks;
import org.mulin.base.Sealing;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionViews.DecisionView;
import org.mulin.ticket.internal.TicketViews.ContactView;
import org.mulin.ticket.internal.TicketViews.DeclineReviewView;
import org.mulin.ticket.internal.TicketViews.HelperView;
import org.mulin.ticket.internal.TicketViews.PartView;
import org.mulin.ticket.internal.TicketViews.PhotoView;
import org.mulin.ticket.internal.TicketViews.PlaceOfTicket;
import org.mulin.ticket.internal.TicketViews.TicketAppealView;
import org.mulin.ticket.internal.TicketViews.TicketMatter;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.mulin.ticket.internal.TicketViews.VerdictView;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Repository;

/** One ticket as staff see it: a fixed number of queries, however much hangs on it. */
@Repository
public class TicketViewQueries {
    private final DSLContext sql;
    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final DecisionViews decisionViews;
    private final TimelineQueries timelines;
    private final MergeQueries merges;
    private final Files files;
    private final Names names;
    private final Sealing sealing;
    private final Clock clock;

    TicketViewQueries(
            DSLContext sql,
            TicketRepository tickets,
            DecisionRepository decisions,
            DecisionViews decisionViews,
            TimelineQueries timelines,
            MergeQueries merges,
            Files files,
            Names names,
            Sealing sealing,
            Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.decisions = decisions;
        this.decisionViews = decisionViews;
        this.timelines = timelines;
        this.merges = merges;
        this.files = files;
        this.names = names;
        this.sealing = sealing;
        this.clock = clock;
    }

    TicketView view(UUID id, Actor actor) {
        requireStaff(actor);
        Ticket ticket = tickets.find(id, actor);
        TicketRecord row = sql.selectFrom(TICKET_)
                .where(TICKET_.ID.eq(id), ReachQueries.of(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        By by = By.of(actor, ticket);
        boolean hideWords = names.hidesWords(actor, row.getConfidential());
        String matter = ticket.matterCode();
        return new TicketView(
                id,
                ticket.number(),
                ticket.status(),
                matter == null ? null : new TicketMatter(matter, String.valueOf(names.matter(matter))),
                Urgency.valueOf(row.getUrgency()),
                place(row, hideWords),
                row.getOpenedAt(),
                ticket.dueAt(),
                row.getPausedUntil(),
                appeals(ticket, by, hideWords),
                ticket.parts().stream().map(this::part).toList(),
                timelines.forStaff(id, hideWords ? actor.unitId() : null),
                decisions
                        .last(id)
                        .map(stored -> hideWords ? decisionViews.withoutWords(stored) : decisionViews.view(stored))
                        .orElse(null),
                TicketWorkflow.allowed(ticket, by, clock.instant()).stream()
                        .filter(action -> !action.isOfOthers())
                        .toList(),
                names.proof(matter),
                excludedFrom(row),
                Boolean.TRUE.equals(row.getUnreachable()),
                ticket.status() == TicketStatus.MERGED ? List.of() : merges.mergedInto(id, actor),
                ticket.status() == TicketStatus.MERGED ? merges.goesOn(id, actor) : null,
                review(ticket),
                by.appealId(),
                ticket.version());
    }

    /** A decision about the ticket as this reader may see it. */
    DecisionView decision(UUID id, Actor actor, StoredDecision stored) {
        boolean confidential = sql.fetchSingle(TICKET_, TICKET_.ID.eq(id)).getConfidential();
        return names.hidesWords(actor, confidential) ? decisionViews.withoutWords(stored) : decisionViews.view(stored);
    }

    @Nullable
    DeclineReviewView review(Ticket ticket) {
        if (ticket.status() != TicketStatus.DECLINED) {
            return null;
        }
        Optional<Part> open = ticket.parts().stream().filter(Part::isOpenReview).findFirst();
        return new DeclineReviewView(
                Optional.ofNullable(ticket.reopenUntil())
                        .filter(until -> !clock.instant().isAfter(until))
                        .orElse(null),
                open.map(part -> names.unitName(part.unitId())).orElse(null),
                open.map(Part::dueAt).orElse(null));
    }

    private static List<RateKind> excludedFrom(TicketRecord row) {
        String[] rates = row.getExcludedFrom();
        return rates == null
                ? List.of()
                : Arrays.stream(rates).map(RateKind::valueOf).toList();
    }

    /** Residents have their own page; for the desk's addresses they do not exist. */
    static void requireStaff(Actor actor) {
        if (actor.isResident()) {
            throw new Absent();
        }
    }

    PlaceOfTicket place(TicketRecord row, boolean hideWords) {
        // a point may be the author's door
        return new PlaceOfTicket(
                hideWords ? null : row.getLon(),
                hideWords ? null : row.getLat(),
                hideWords ? null : row.getPlaceText(),
                row.getPlaced() ? names.areaPath(row.getAreaKey()) : List.of());
    }

    private PartView part(Part part) {
        return new PartView(
                part.id(),
                Objects.requireNonNull(names.finding(part.unitId())),
                part.role(),
                part.status(),
                part.dueAt(),
                names.post(part.unitId(), part.postId()));
    }

    private List<TicketAppealView> appeals(Ticket ticket, By by, boolean hideWords) {
        List<UUID> ids = ticket.appeals().stream().map(Appeal::id).toList();
        Map<UUID, List<StoredFile>> photos = files.of(AppealService.PHOTO_OWNER, ids);
        return sql.select(APPEAL.asterisk(), VERDICT.asterisk())
                .from(APPEAL)
                .leftJoin(VERDICT)
                .on(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(ticket.round()))
                .where(APPEAL.TICKET_ID.eq(ticket.id()))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .fetch(row -> appeal(row, ticket, by, hideWords, photos.get(row.get(APPEAL.ID))));
    }

    private TicketAppealView appeal(
            Record row, Ticket ticket, By by, boolean hideWords, @Nullable List<StoredFile> photos) {
        boolean confidential = row.get(APPEAL.CONFIDENTIAL);
        boolean hidden = hideWords && confidential;
        boolean contact = !confidential || by.roles().contains(TicketRole.DISPATCHER);
        return new TicketAppealView(
                row.get(APPEAL.ID),
                hidden ? "" : whole(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS)),
                Channel.valueOf(row.get(APPEAL.CHANNEL)),
                row.get(APPEAL.SUBMITTED_AT),
                contact ? contact(row, ContactService.mayRead(by, confidential) && hasPurpose(by, ticket)) : null,
                hidden ? null : helper(row),
                confidential,
                hidden ? List.of() : PhotoView.of(photos),
                hidden ? null : verdict(row));
    }

    /** A unit has one from taking the ticket up; a dispatcher's is opened by the reading. */
    private static boolean hasPurpose(By by, Ticket ticket) {
        return by.roles().contains(TicketRole.DISPATCHER) || ticket.status() != TicketStatus.DISPATCHED;
    }

    private @Nullable HelperView helper(Record row) {
        String consent = row.get(APPEAL.CONSENT);
        return consent == null
                ? null
                : new HelperView(names.unitName(row.get(APPEAL.REPORTER_UNIT_ID)), Consent.valueOf(consent));
    }

    private @Nullable ContactView contact(Record row, boolean readable) {
        byte[] name = row.get(APPEAL.CONTACT_NAME_SEALED);
        byte[] phone = row.get(APPEAL.CONTACT_PHONE_SEALED);
        return name == null && phone == null
                ? null
                : new ContactView(
                        name == null ? null : Masks.name(sealing.open(name)),
                        phone == null ? null : Masks.phone(sealing.open(phone)),
                        readable);
    }

    static @Nullable VerdictView verdict(Record row) {
        return row.get(VERDICT.ROUND) == null
                ? null
                : new VerdictView(
                        row.get(VERDICT.CONTACTED),
                        row.get(VERDICT.SOLVED),
                        row.get(VERDICT.SATISFACTION),
                        row.get(VERDICT.WORDS));
    }

    /** The author's own words, with the subject line where the channel has one. */
    public static String whole(String subject, String words) {
        return subject.isBlank() ? words : subject + "\n" + words;
    }
}
