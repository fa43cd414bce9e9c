package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Written;
import org.mulin.ticket.internal.ReportService.Filed;
import org.mulin.ticket.internal.ReportService.Report;
import org.mulin.ticket.internal.ReportService.Resident;
import org.mulin.ticket.internal.ReportService.Settlement;
import org.mulin.ticket.internal.SettlementQueries.SettlementCountView;
import org.mulin.ticket.internal.SettlementQueries.SettlementMatterView;
import org.mulin.ticket.internal.TicketViews.AppealReceipt;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grid workers report what they see, file for residents, and settle small things on the spot. */
@RestController
class ReportController {
    private static final String KEY = "Idempotency-Key";
    private static final int WORDS_MAX = 2_000;
    private static final int PHOTOS_MAX = 20;

    private final ReportService service;
    private final MyAppealQueries receipts;
    private final SettlementQueries settlements;

    ReportController(ReportService service, MyAppealQueries receipts, SettlementQueries settlements) {
        this.service = service;
        this.receipts = receipts;
        this.settlements = settlements;
    }

    record ReportedResident(
            @NotBlank @Written @Size(max = 50) String name,
            @NotBlank @Size(max = 20) String phone,
            @NotNull Consent consent) {
        Resident given() {
            return new Resident(
                    name.strip(), Objects.requireNonNull(TicketInputs.phone(phone, "resident.phone")), consent);
        }
    }

    /** @param resident for whom it is filed; null when the worker saw it */
    record ReportInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Valid PlaceInput place,
            @Nullable @Size(max = 64) String matterCode,
            @NotNull Boolean confidential,
            @Nullable @Valid ReportedResident resident) {
        Report given() {
            return new Report(
                    words,
                    place.given(),
                    TicketInputs.full(matterCode),
                    confidential,
                    resident == null ? null : resident.given(),
                    photoIds == null ? List.of() : photoIds);
        }
    }

    /** @param result what was done about it */
    record SettlementInput(
            @NotBlank @Size(max = 64) String matterCode,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotBlank @Written @Size(max = WORDS_MAX) String result,
            @NotNull @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds,
            @NotNull @Valid PlaceInput place) {
        Settlement given() {
            return new Settlement(matterCode, words, result, place.given(), photoIds);
        }
    }

    @PostMapping("/api/reports")
    @ResponseStatus(HttpStatus.CREATED)
    AppealReceipt report(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid ReportInput body) {
        Filed filed = service.report(actor, key, body.given());
        return receipts.receiptForReporter(filed.ticketId(), filed.appealId(), actor);
    }

    @PostMapping("/api/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    AppealReceipt settle(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid SettlementInput body) {
        Filed filed = service.settle(actor, key, body.given());
        return receipts.receiptForReporter(filed.ticketId(), filed.appealId(), actor);
    }

    @GetMapping("/api/settlement-matters")
    List<SettlementMatterView> matters(Actor actor) {
        return settlements.matters(actor);
    }

    @GetMapping("/api/settlement-counts")
    SettlementCountView count(Actor actor) {
        return settlements.thisMonth(actor);
    }
}
