package org.mulin.ticket.internal.figures;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mulin.base.AreaRange;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;

/** One walk over the columns that answers one question along all of its dimensions. */
final class Count {
    private static final int OUTSIDE = -1;

    private final Columns columns;
    private final Question question;
    private final long now_us;
    private final long from_us;
    private final long to_us;
    private final long previousFrom_us;
    private final long dayStart_us;
    private final long[] buckets_us;
    /** By area: the child that holds it, the number of children for none of them, or {@link #OUTSIDE} the range. */
    private final int[] childOf;

    /** By community that reports: whether the range, or each child and then what lies in none, is in that community. */
    private final boolean[] rangeIn;

    private final boolean[][] childIn;

    private final Histogram total = new Histogram(1);
    private final Histogram previous = new Histogram(1);
    private final Histogram children;
    private final Histogram units;
    private final Histogram matters;
    private final Histogram channels = new Histogram(Channel.values().length);
    private final Histogram trend;
    private int today;

    Count(Columns columns, Question question, long now_us) {
        this.columns = columns;
        this.question = question;
        this.now_us = now_us;
        from_us = Columns.micros(question.from());
        to_us = Columns.micros(question.to());
        previousFrom_us = Columns.micros(question.previousFrom());
        dayStart_us = Columns.micros(question.dayStart());
        buckets_us = question.buckets().stream().mapToLong(Columns::micros).toArray();
        childOf = childOf(columns, question.range(), question.children());
        rangeIn = within(columns, question.range());
        childIn = Stream.concat(question.children().stream(), Stream.of(question.range()))
                .map(child -> within(columns, child))
                .toArray(boolean[][]::new);
        children = new Histogram(question.children().size() + 1);
        units = new Histogram(columns.units.size());
        matters = new Histogram(columns.matters.size());
        trend = new Histogram(buckets_us.length);
    }

    Counted made() {
        for (int line = 0; line < columns.size(); line++) {
            int child = childOf[columns.area[line]];
            if (child != OUTSIDE) {
                add(line, child);
            }
        }
        int parts = question.children().size();
        return new Counted(
                today,
                total.tally(0),
                previous.tally(0),
                tallies(children, parts),
                children.tally(parts),
                byUnit(),
                byMatter(),
                byChannel(),
                tallies(trend, buckets_us.length));
    }

    private void add(int line, int child) {
        long opened_us = columns.opened_us[line];
        int flags = columns.flags(line, now_us);
        int home = columns.home[line];
        int ofLead = home >= 0 && columns.isOwnOfLead(line) ? Columns.leftOut(flags) : flags;
        int ofRange = home >= 0 && rangeIn[home] ? Columns.leftOut(flags) : ofLead;
        int ofChild = home >= 0 && childIn[child][home] ? Columns.leftOut(flags) : ofLead;
        if (opened_us >= dayStart_us) {
            today++;
        }
        if (opened_us >= from_us && opened_us < to_us) {
            register(line, ofRange, opened_us);
            children.register(child, ofChild);
            if (columns.unit[line] >= 0) {
                units.register(columns.unit[line], ofLead);
            }
        } else if (opened_us >= previousFrom_us && opened_us < from_us) {
            previous.register(0, ofRange);
        }
        if (columns.isOpen(line)) {
            total.stand(0, flags);
            children.stand(child, flags);
            matters.stand(columns.matter[line], flags);
            channels.stand(columns.channel[line], flags);
            if (columns.unit[line] >= 0) {
                units.stand(columns.unit[line], flags);
            }
        }
    }

    private void register(int line, int flags, long opened_us) {
        total.register(0, flags);
        matters.register(columns.matter[line], flags);
        channels.register(columns.channel[line], flags);
        int found = Arrays.binarySearch(buckets_us, opened_us);
        int bucket = found >= 0 ? found : -found - 2;
        if (bucket >= 0) {
            trend.register(bucket, flags);
            if (columns.isOpen(line)) {
                trend.stand(bucket, flags);
            }
        }
    }

    private static boolean[] within(Columns columns, AreaRange area) {
        boolean[] within = new boolean[columns.homes.size()];
        for (int home = 0; home < within.length; home++) {
            within[home] = AreaRange.of(columns.homes.value(home)).contains(area);
        }
        return within;
    }

    static int[] childOf(Columns columns, AreaRange range, List<AreaRange> children) {
        int[] childOf = new int[columns.areas.size()];
        for (int area = 0; area < childOf.length; area++) {
            String key = columns.areas.value(area);
            childOf[area] = !range.contains(key)
                    ? OUTSIDE
                    : IntStream.range(0, children.size())
                            .filter(child -> children.get(child).contains(key))
                            .findFirst()
                            .orElse(children.size());
        }
        return childOf;
    }

    private static List<Tally> tallies(Histogram histogram, int values) {
        return IntStream.range(0, values).mapToObj(histogram::tally).toList();
    }

    private Map<UUID, Tally> byUnit() {
        Map<UUID, Tally> tallies = new HashMap<>();
        IntStream.range(0, columns.units.size())
                .filter(unit -> !units.isEmpty(unit))
                .forEach(unit -> tallies.put(columns.units.value(unit), units.tally(unit)));
        return tallies;
    }

    private Map<String, Tally> byMatter() {
        Map<String, Tally> tallies = new HashMap<>();
        IntStream.range(0, columns.matters.size())
                .filter(matter -> !matters.isEmpty(matter))
                .forEach(matter -> tallies.put(columns.matters.value(matter), matters.tally(matter)));
        return tallies;
    }

    private Map<Channel, Tally> byChannel() {
        Map<Channel, Tally> tallies = new EnumMap<>(Channel.class);
        IntStream.range(0, Channel.values().length)
                .filter(channel -> !channels.isEmpty(channel))
                .forEach(channel -> tallies.put(Columns.channel(channel), channels.tally(channel)));
        return tallies;
    }
}
