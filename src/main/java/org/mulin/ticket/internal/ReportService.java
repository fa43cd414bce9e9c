package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.Channel;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.stereotype.Service;

/** What grid workers bring in: what they see themselves, what they file for a resident, what they settle at once. */
@Service
class ReportService {
    private final OnceOnly once;
    private final IntakeService intake;
    private final StepTaker steps;
    private final TicketService tickets;
    private final PlaceCheck places;
    private final Accounts accounts;
    private final Units units;
    private final Areas areas;
    private final Names names;
    private final Files files;
    private final Triage triage;
    private final Clock clock;

    ReportService(
            OnceOnly once,
            IntakeService intake,
            StepTaker steps,
            TicketService tickets,
            PlaceCheck places,
            Accounts accounts,
            Units units,
            Areas areas,
            Names names,
            Files files,
            Triage triage,
            Clock clock) {
        this.once = once;
        this.intake = intake;
        this.steps = steps;
        this.tickets = tickets;
        this.places = places;
        this.accounts = accounts;
        this.units = units;
        this.areas = areas;
        this.names = names;
        this.files = files;
        this.triage = triage;
        this.clock = clock;
    }

    /** 代办: the resident for whom it is filed; the follow-up goes there. */
    record Resident(String name, String phone, Consent consent) {}

    /**
     * @param matterCode null leaves it to the reading
     * @param resident null when the worker tells what the worker saw
     */
    record Report(
            String words,
            GivenPlace place,
            @Nullable String matterCode,
            boolean confidential,
            @Nullable Resident resident,
            List<UUID> photoIds) {}

    /** @param result what was done about it */
    record Settlement(String matterCode, String words, String result, GivenPlace place, List<UUID> photoIds) {}

    /** The answer kept for a repeated key. */
    record Filed(UUID ticketId, UUID appealId) {}

    Filed report(Actor actor, String key, Report report) {
        actor.require(By.REPORT);
        Resident resident = report.resident();
        Reporter reporter = Reporter.of(actor, resident == null ? null : resident.consent());
        places.check(report.place());
        steps.checkPhotos(report.photoIds().size());
        return once.run(actor, key, Filed.class, () -> {
            Registration made =
                    intake.register(actor, List.of(appeal(report, reporter))).getFirst();
            files.claim(report.photoIds(), actor, new FileOwner(AppealService.PHOTO_OWNER, made.appealId()));
            return new Filed(made.ticket().id(), made.appealId());
        });
    }

    /** Of a resident who is known here the account is the author, so that progress shows up there. */
    private NewAppeal appeal(Report report, Reporter reporter) {
        Resident resident = report.resident();
        UUID author = resident == null
                ? reporter.accountId()
                : accounts.resident(resident.phone()).orElse(null);
        return new NewAppeal(
                Channel.GRID,
                null,
                author,
                "",
                report.words(),
                clock.instant(),
                where(report, reporter),
                report.confidential(),
                resident == null ? null : resident.name(),
                resident == null ? null : resident.phone(),
                report.photoIds(),
                report.matterCode(),
                false,
                reporter);
    }

    /** Nobody waits for a verdict on what the worker met and settled, so the appeal has no author. */
    Filed settle(Actor actor, String key, Settlement settlement) {
        actor.require(By.SETTLE);
        Reporter reporter = Reporter.of(actor, null);
        Unit unit = units.byId(reporter.unitId());
        check(unit, settlement);
        NewAppeal appeal = new NewAppeal(
                Channel.GRID,
                null,
                null,
                "",
                settlement.words(),
                clock.instant(),
                within(unit, settlement.place()),
                false,
                null,
                null,
                List.of(),
                settlement.matterCode(),
                false,
                reporter);
        return once.run(actor, key, Filed.class, () -> {
            Registration made = intake.settle(
                    actor,
                    appeal,
                    unit.code(),
                    new TicketAction.Settle(
                            settlement.result(), settlement.photoIds(), tickets.reopenUntil(clock.instant())));
            UUID step = made.history().getLast().id();
            files.claim(settlement.photoIds(), actor, new FileOwner(StepTaker.PHOTO_OWNER, step));
            return new Filed(made.ticket().id(), made.appealId());
        });
    }

    private void check(Unit unit, Settlement settlement) {
        String matter = settlement.matterCode();
        if (!unit.open()) {
            throw Refused.of("unit-closed", unit.name());
        }
        if (!names.isMatter(matter)) {
            throw Refused.of("matter-unknown", matter).at("matterCode");
        }
        if (!names.settles(matter)) {
            throw Refused.of("settle-not-here", String.valueOf(names.matter(matter)))
                    .at("matterCode");
        }
        if (settlement.photoIds().isEmpty()) {
            throw Refused.of("proof-photo-required", String.valueOf(names.matter(matter)))
                    .at("photoIds");
        }
        steps.checkPhotos(settlement.photoIds().size());
        places.check(settlement.place());
    }

    /** What names no place, neither by choice nor in words, is in the area that the worker walks. */
    private GivenPlace where(Report report, Reporter reporter) {
        GivenPlace place = report.place();
        String said = place.text() == null ? report.words() : report.words() + "\n" + place.text();
        boolean named =
                triage.read(new Text("", said), place.point(), null).place().isPresent();
        return named ? place : within(units.byId(reporter.unitId()), place);
    }

    /** Without a place of its own it was in the unit's area. */
    private GivenPlace within(Unit unit, GivenPlace place) {
        if (place.point() != null || place.areaCode() != null) {
            return place;
        }
        String own = areas.tree().byKey(unit.areaKey()).map(Area::code).orElse(null);
        return new GivenPlace(null, own, place.placeName(), place.text());
    }
}
