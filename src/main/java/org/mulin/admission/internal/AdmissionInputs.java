package org.mulin.admission.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Written;

/** What applicants hand in. */
final class AdmissionInputs {
    private AdmissionInputs() {}

    /**
     * What would be asked of each community, and what goes with it.
     *
     * @param counted registrations, downloads or activity would be counted: refused
     * @param overlaps codes of apps on the list that do much the same
     * @param overlapReason why it is needed all the same; asked for when there are such apps
     */
    record TermsInput(
            @NotNull ItemKind kind,
            @NotBlank @Written @Size(max = 60) String title,
            @NotBlank @Written @Size(max = 1_000) String about,
            @NotBlank @Written @Size(max = 300) String basis,
            @NotNull @Min(1) @Max(400) Integer times,
            @NotNull Per per,

            @NotNull @DecimalMin("0.1") @DecimalMax("500") @Digits(integer = 3, fraction = 1)
            BigDecimal hours,

            @NotNull @Min(0) @Max(100_000_000) Integer moneyYuan,
            @NotNull @Min(0) @Max(1_000) Integer people,
            @NotNull @Size(max = 300) String facilities,
            @Nullable @Min(0) @Max(100_000_000) Integer costYuan,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 64) String> overlaps,
            @Nullable @Size(max = 500) String overlapReason,
            @NotNull Boolean counted,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {
        AdmissionTerms terms() {
            return new AdmissionTerms(
                    kind,
                    title.strip(),
                    about.strip(),
                    basis.strip(),
                    times,
                    per,
                    hours,
                    moneyYuan,
                    people,
                    facilities.strip(),
                    kind == ItemKind.PLATFORM ? costYuan : null,
                    kind == ItemKind.PLATFORM ? overlaps.stream().distinct().toList() : List.of(),
                    kind == ItemKind.PLATFORM && overlapReason != null && !overlapReason.isBlank()
                            ? overlapReason.strip()
                            : null,
                    from,
                    to);
        }
    }

    /** @param areaCodes city, county, street or communities in the applicant's reach */
    record RequestInput(
            @NotNull @Valid TermsInput terms,
            @NotEmpty @Size(max = 600) List<@NotBlank @Size(max = 64) String> areaCodes) {}

    /** @param words what was made less, and why */
    record ResubmissionInput(
            @NotNull @Valid TermsInput terms,
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}
}
