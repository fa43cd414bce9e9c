package org.mulin.ticket.internal.open;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.internal.Cursor;
import org.mulin.ticket.internal.open.OpenViews.NeighbourhoodView;
import org.mulin.ticket.internal.open.OpenViews.OpenMatterClass;
import org.mulin.ticket.internal.open.OpenViews.OpenTicketRow;
import org.mulin.ticket.internal.open.OpenViews.OpenTicketView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What neighbours may know of each other's matters; nobody need sign in. */
@RestController
class OpenController {
    private final OpenListQueries list;
    private final NearbyQueries nearby;
    private final OpenNames names;
    private final Visitors visitors;

    OpenController(OpenListQueries list, NearbyQueries nearby, OpenNames names, Visitors visitors) {
        this.list = list;
        this.nearby = nearby;
        this.names = names;
        this.visitors = visitors;
    }

    /** The matters that are public, to choose from. */
    @GetMapping("/api/open-matters")
    List<OpenMatterClass> matters() {
        return names.classes();
    }

    @GetMapping("/api/open-tickets")
    Page<OpenTicketRow> page(
            @Nullable Actor actor,
            HttpServletRequest request,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String matter,
            @RequestParam @Nullable OpenStage stage,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        OpenFilter filter = new OpenFilter(area, matter, stage, q);
        Cursor after = Cursor.read(cursor);
        int most = Page.limit(limit);
        visitors.count(actor, request);
        return list.page(filter, after, most);
    }

    @GetMapping("/api/open-tickets/{number}")
    OpenTicketView ticket(@Nullable Actor actor, HttpServletRequest request, @PathVariable String number) {
        visitors.count(actor, request);
        return list.view(number);
    }

    /** @param area code of a community, or of a grid in it; a phone's position stays on the phone */
    @GetMapping("/api/neighbourhood")
    NeighbourhoodView neighbourhood(@Nullable Actor actor, HttpServletRequest request, @RequestParam String area) {
        visitors.count(actor, request);
        return nearby.around(area);
    }
}
