package org.mulin.admission.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.mulin.admission.internal.AdmissionInputs.TermsInput;
import org.mulin.base.Refused;
import org.mulin.policy.CalendarTable;
import org.mulin.policy.Deadline;
import org.mulin.policy.Policy;
import org.mulin.policy.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What the city's rules say to the terms of a request. */
@Component
class TermsCheck {
    private final Policy policy;
    private final Positions positions;

    TermsCheck(Policy policy, Positions positions) {
        this.policy = policy;
        this.positions = positions;
    }

    /** @throws Refused naming the field */
    AdmissionTerms checked(TermsInput input, Instant now) {
        AdmissionTerms terms = input.terms();
        if (input.counted()) {
            throw Refused.of("admission-quota").at("terms.counted");
        }
        if (policy.current(QuotasTable.class).content().isIn(terms.title(), terms.about())) {
            throw Refused.of("admission-quota").at("terms.about");
        }
        if (terms.kind() == ItemKind.PLATFORM) {
            checkApp(terms, today(now));
        }
        checkEnd(terms, terms.to(), now, "terms.to");
        return terms;
    }

    private void checkApp(AdmissionTerms terms, LocalDate today) {
        if (terms.costYuan() == null) {
            throw Refused.of("admission-cost-missing").at("terms.costYuan");
        }
        AdmissionList list = policy.current(AdmissionTable.class).content();
        for (String code : terms.overlaps()) {
            boolean app = list.find(code, today)
                    .filter(item -> item.kind() == ItemKind.PLATFORM)
                    .isPresent();
            if (!app) {
                throw Refused.of("admission-app-unknown", code).at("terms.overlaps");
            }
        }
    }

    /**
     * Whoever asks for one more app for the same in the same place says why.
     *
     * @throws Refused naming the apps
     */
    void checkOverlap(AdmissionTerms terms, List<AdmissionRequest.Voice> asked, Instant now) {
        if (terms.kind() != ItemKind.PLATFORM || terms.overlapReason() != null) {
            return;
        }
        int alike = policy.setting(AdmissionSettings.ALIKE_PERCENT);
        String purpose = terms.title() + " " + terms.about();
        String names = policy.current(AdmissionTable.class).content().items().stream()
                .filter(item -> item.kind() == ItemKind.PLATFORM && item.inForce(today(now)))
                .filter(item -> item.areas().isEmpty()
                        || asked.stream()
                                .anyMatch(voice -> item.areas().stream()
                                        .anyMatch(code -> positions.covers(code, voice.areaKey()))))
                .filter(item -> terms.overlaps().contains(item.code())
                        || Alike.percent(purpose, item.name() + " " + item.about()) >= alike)
                .map(AdmissionItem::name)
                .collect(Collectors.joining("、"));
        if (!names.isEmpty()) {
            throw Refused.of("admission-overlap", names).at("terms.overlapReason");
        }
    }

    /** @param field by which the last day came */
    void checkEnd(AdmissionTerms terms, LocalDate last, Instant now, String field) {
        LocalDate today = today(now);
        LocalDate first = terms.from().isBefore(today) ? today : terms.from();
        if (last.isBefore(first)) {
            throw Refused.of("admission-end-before", first).at(field);
        }
        LocalDate end = terms.from().plusYears(policy.setting(AdmissionSettings.YEARS_MAX));
        if (last.isAfter(end) || last.isAfter(terms.to())) {
            throw Refused.of("admission-end", first, end.isBefore(terms.to()) ? end : terms.to())
                    .at(field);
        }
    }

    Instant votingUntil(Instant now) {
        WorkingCalendar calendar = WorkingCalendar.of(
                policy.city(), policy.current(CalendarTable.class).content());
        return Deadline.of(now, policy.setting(AdmissionSettings.VOTING_LIMIT), calendar)
                .at();
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, policy.city().zone());
    }
}
