package org.mulin.admission.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.organization.Units;
import org.mulin.policy.Amendment;
import org.mulin.policy.Amendments;
import org.springframework.stereotype.Component;

/** Makes a line of the list of an accepted request, and brings it in as every change of a pack table comes in. */
@Component
class Listing {
    private final Amendments amendments;
    private final Units units;
    private final Areas areas;

    Listing(Amendments amendments, Units units, Areas areas) {
        this.amendments = amendments;
        this.units = units;
        this.areas = areas;
    }

    /** @return the draft: in force already, or waiting for a second person */
    UUID propose(AdmissionRequest request, List<String> areaCodes, Actor actor) {
        return amendments
                .append(AdmissionTable.class, cells(request, areaCodes), request.number(), actor)
                .draftId();
    }

    private Map<String, String> cells(AdmissionRequest request, List<String> areaCodes) {
        AdmissionTerms terms = request.terms();
        String city = areas.tree().city().code();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("code", request.number());
        cells.put("name", terms.title());
        cells.put("kind", terms.kind().word());
        cells.put("senders", units.byId(request.unitId()).code());
        cells.put("areas", areaCodes.contains(city) ? "" : String.join(";", areaCodes));
        cells.put("basis", oneLine(terms.basis()));
        cells.put("about", oneLine(terms.about()));
        cells.put("times", String.valueOf(terms.times()));
        cells.put("per", terms.per().word());
        cells.put("hours", terms.hours().stripTrailingZeros().toPlainString());
        cells.put("from", terms.from().toString());
        cells.put("to", terms.to().toString());
        cells.put("support", support(terms));
        cells.put("cost_yuan", terms.costYuan() == null ? "" : String.valueOf(terms.costYuan()));
        cells.put("overlaps", String.join(";", terms.overlaps()));
        return cells;
    }

    /** As the list's own lines say it: money, people, facilities. */
    private static String support(AdmissionTerms terms) {
        List<String> parts = new ArrayList<>();
        if (terms.moneyYuan() > 0) {
            parts.add("每年经费" + terms.moneyYuan() + "元");
        }
        if (terms.people() > 0) {
            parts.add("人员" + terms.people() + "名");
        }
        if (!terms.facilities().isEmpty()) {
            parts.add(oneLine(terms.facilities()));
        }
        return String.join("；", parts);
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /** After the commit. */
    void announce() {
        amendments.announce();
    }

    Map<UUID, Amendment> find(Collection<UUID> draftIds) {
        return amendments.find(draftIds);
    }
}
