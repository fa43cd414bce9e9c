package org.mulin.ticket.internal.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.internal.ChosenFilter;
import org.mulin.ticket.internal.Names;
import org.springframework.stereotype.Component;

/** Says what a filter asks for, so that whoever holds the sheet knows what is missing from it. */
@Component
class FilterWords {
    private final Names names;
    private final Areas areas;
    private final Units units;

    FilterWords(Names names, Areas areas, Units units) {
        this.names = names;
        this.areas = areas;
        this.units = units;
    }

    String of(ChosenFilter filter, Locale language) {
        List<String> parts = new ArrayList<>();
        add(
                parts,
                language,
                "queue",
                word(language, "export.queue." + (filter.queue() == null ? "all" : filter.queue())));
        if (filter.status() != null) {
            add(parts, language, "status", word(language, filter.status().textCode()));
        }
        add(parts, language, "matter", names.matter(filter.matter()));
        add(parts, language, "area", area(filter.area()));
        add(parts, language, "unit", unit(filter.unit()));
        if (filter.channel() != null) {
            add(parts, language, "channel", word(language, filter.channel().textCode()));
        }
        if (filter.overdue() != null) {
            parts.add(word(language, filter.overdue() ? "export.only-late" : "export.only-timely"));
        }
        if (filter.set() != null) {
            parts.add(word(language, "ticket.set." + filter.set()));
        }
        add(parts, language, "from", filter.from());
        add(parts, language, "to", filter.to());
        add(parts, language, "search", filter.q());
        String sort = "-opened".equals(filter.sort()) ? "export.by-opened" : "export.by-due";
        parts.add(word(language, sort));
        return String.join(word(language, "export.and"), parts);
    }

    private static void add(List<String> parts, Locale language, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parts.add(Texts.in(language, Said.of("export.where-" + name, value)));
        }
    }

    private static String word(Locale language, String code) {
        return Texts.in(language, Said.of(code));
    }

    private @Nullable String area(@Nullable String code) {
        return code == null ? null : areas.tree().find(code).map(Area::name).orElse(code);
    }

    private @Nullable String unit(@Nullable String code) {
        return code == null ? null : units.byCode(code).map(Unit::name).orElse(code);
    }
}
