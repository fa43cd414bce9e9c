package org.mulin.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;
import org.mulin.ticket.TicketStatus;

/** What leaders are shown. */
final class InsightViews {
    private InsightViews() {}

    /** {@code level} is city, county, street, community or grid. */
    record AreaRef(String code, String name, String level) {
        static AreaRef of(Area area) {
            return new AreaRef(area.code(), area.name(), area.level().word());
        }
    }

    /**
     * The tickets behind a figure: parameters of {@code GET /api/tickets} with {@code queue=all}.
     *
     * @param from first day
     * @param to last day
     */
    record ListFilter(
            @Nullable String area,
            @Nullable TicketSet set,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable String matter,
            @Nullable Channel channel) {
        static ListFilter in(String area) {
            return new ListFilter(area, null, null, null, null, null, null);
        }

        ListFilter during(Period period) {
            return new ListFilter(area, set, period.from(), period.to(), unit, matter, channel);
        }

        ListFilter set(TicketSet wanted) {
            return new ListFilter(area, wanted, from, to, unit, matter, channel);
        }

        ListFilter unit(String code) {
            return new ListFilter(area, set, from, to, code, matter, channel);
        }

        ListFilter matter(String code) {
            return new ListFilter(area, set, from, to, unit, code, channel);
        }

        ListFilter channel(Channel which) {
            return new ListFilter(area, set, from, to, unit, matter, which);
        }
    }

    /**
     * One key figure.
     *
     * @param value a number of tickets, or a share between 0 and 1; null when there are no cases
     * @param share whether it is a share
     * @param k of a share: how many; else the value itself
     * @param n how many tickets stand behind it: those of {@code list}
     * @param previous the same for the period before; null where a comparison means nothing
     * @param name and definition in the reader's language
     * @param low Wilson 95 % interval of a share
     */
    record Figure(
            String code,
            String name,
            String definition,
            boolean share,
            @Nullable Double value,
            int k,
            int n,
            @Nullable Double previous,
            @Nullable Double low,
            @Nullable Double high,
            ListFilter list) {}

    /**
     * One line of a breakdown.
     *
     * @param code null for what belongs to none of the others; then there is no list
     * @param registered in the period
     * @param open now
     * @param children leaves of a class of matters; else empty
     */
    record Line(
            @Nullable String code,
            String name,
            int registered,
            int open,
            int overdue,
            Rate response,
            Rate resolution,
            Rate satisfaction,
            @Nullable ListFilter list,
            List<Line> children) {
        static Line of(@Nullable String code, String name, Tally tally, @Nullable ListFilter list) {
            return of(code, name, tally, list, List.of());
        }

        static Line of(
                @Nullable String code, String name, Tally tally, @Nullable ListFilter list, List<Line> children) {
            return new Line(
                    code,
                    name,
                    tally.registered(),
                    tally.open(),
                    tally.overdue(),
                    Rate.of(tally.responded(), tally.dueResponse()),
                    Rate.of(tally.solved(), tally.judged()),
                    Rate.of(tally.satisfied(), tally.scored()),
                    list,
                    children);
        }
    }

    /**
     * @param start first day of the step
     * @param open of those registered in the step, how many are open now
     */
    record Step(
            LocalDate start,
            int registered,
            int open,
            int overdue,
            @Nullable Double response,
            @Nullable Double resolution,
            @Nullable Double satisfaction) {
        static Step of(LocalDate start, Tally tally) {
            return new Step(
                    start,
                    tally.registered(),
                    tally.open(),
                    tally.overdue(),
                    Rate.of(tally.responded(), tally.dueResponse()).value(),
                    Rate.of(tally.solved(), tally.judged()).value(),
                    Rate.of(tally.satisfied(), tally.scored()).value());
        }
    }

    /**
     * @param path from the widest area that the reader reaches down to this one
     * @param byDay whether a step of the trend is a day, else a week
     */
    record Overview(
            AreaRef area,
            List<AreaRef> path,
            LocalDate from,
            LocalDate to,
            LocalDate previousFrom,
            LocalDate previousTo,
            Instant asOf,
            List<Figure> figures,
            List<Line> areas,
            List<Line> units,
            List<Line> matters,
            List<Line> channels,
            boolean byDay,
            List<Step> trend) {}

    /** @param perThousand open tickets per 1,000 households; null where the pack gives no households */
    record AreaLoad(
            String code,
            String name,
            @Nullable String parentCode,
            @Nullable Integer households,
            int open,
            int overdue,
            @Nullable Double perThousand) {}

    /** @param unplaced open tickets that lie in no area of this level */
    record LoadMap(AreaRef area, String level, List<AreaLoad> areas, int unplaced) {}

    record TicketDot(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable String matterName,
            String areaName,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable Double lon,
            @Nullable Double lat) {}

    record ClusterDot(double lon, double lat, int count, int overdue) {}

    /** Dots, or clusters when there are more than {@code dotsMax}. */
    record Points(int total, int dotsMax, List<TicketDot> dots, List<ClusterDot> clusters) {}

    /** One ticket that has just changed. */
    record Changed(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable String matterName,
            String areaCode,
            String areaName,
            boolean overdue,
            Instant at) {}

    /** @param all something was missed: look at everything again */
    record Changes(boolean all, List<Changed> tickets) {
        static final Changes LOOK_AGAIN = new Changes(true, List.of());
    }
}
