package org.mulin.ticket.internal.clerk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.ClerkService;
import org.mulin.ticket.internal.DecisionViews;
import org.mulin.ticket.internal.DecisionViews.DecisionView;
import org.mulin.ticket.internal.DraftReader;
import org.mulin.ticket.internal.DraftReader.Draft;
import org.mulin.ticket.internal.NewAppeal;
import org.mulin.ticket.internal.clerk.ClerkViews.IntakeUnderstanding;
import org.mulin.ticket.internal.clerk.ClerkViews.MapPoint;
import org.mulin.ticket.internal.clerk.ClerkViews.MatterSuggestion;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.springframework.stereotype.Service;

/** What a draft would become, and what is like it; while somebody is still talking. */
@Service
class UnderstandingService {
    private final DraftReader drafts;
    private final DecisionViews views;
    private final LikeQueries likes;
    private final Areas areas;

    UnderstandingService(DraftReader drafts, DecisionViews views, LikeQueries likes, Areas areas) {
        this.drafts = drafts;
        this.views = views;
        this.likes = likes;
        this.areas = areas;
    }

    IntakeUnderstanding of(Actor clerk, NewAppeal appeal) {
        ClerkService.requireClerk(clerk);
        Draft draft = drafts.read(appeal);
        DispatchFacts facts = draft.made().facts();
        DecisionView decision = views.view(StoredDecision.of(draft.made(), draft.rules()));
        return new IntakeUnderstanding(
                draft.suggestions().stream()
                        .map(UnderstandingService::suggestion)
                        .toList(),
                decision.place(),
                point(draft, areas.tree()),
                decision.matter() == null ? null : decision.matter().name(),
                decision.unit(),
                decision.dueAt(),
                decision.dutyEntry(),
                decision.reasons(),
                facts.placed() ? likes.like(new LikeQueries.Wanted(appeal, facts), clerk) : List.of());
    }

    private static MatterSuggestion suggestion(DraftReader.Suggested one) {
        UnitRef unit = one.unit();
        return new MatterSuggestion(
                one.guess().code(),
                one.name(),
                one.guess().probability(),
                one.guess().tellingWords(),
                unit == null ? null : unit.name());
    }

    private static @Nullable MapPoint point(Draft draft, AreaTree tree) {
        org.mulin.triage.Point given = draft.appeal().place().point();
        if (given != null) {
            return new MapPoint(given.lon(), given.lat());
        }
        DispatchFacts facts = draft.made().facts();
        return facts.placed() ? named(draft, tree).or(() -> inside(facts, tree)).orElse(null) : null;
    }

    private static Optional<MapPoint> named(Draft draft, AreaTree tree) {
        String area = draft.made().facts().areaKey();
        return tree.places().stream()
                .filter(place -> place.areaKey().equals(area) && place.name().equals(draft.placeName()))
                .filter(place -> place.lon() != null && place.lat() != null)
                .map(place -> new MapPoint(place.lon(), place.lat()))
                .findFirst();
    }

    /** A whole district has no middle worth showing. */
    private static Optional<MapPoint> inside(DispatchFacts facts, AreaTree tree) {
        return tree.byKey(facts.areaKey())
                .filter(area -> area.level().compareTo(AreaLevel.STREET) >= 0)
                .map(Area::code)
                .flatMap(tree::outline)
                .map(outline -> {
                    Point middle = outline.getInteriorPoint();
                    return new MapPoint(middle.getX(), middle.getY());
                });
    }
}
