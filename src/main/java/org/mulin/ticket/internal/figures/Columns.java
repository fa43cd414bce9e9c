package org.mulin.ticket.internal.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Dot;
import org.mulin.ticket.TicketSet;
import org.mulin.ticket.TicketStatus;
import org.mulin.triage.Point;

/** One line a ticket, one array a column, about 80 bytes a ticket. Moments are microseconds, as in the database. */
final class Columns {
    static final long NEVER_us = Long.MAX_VALUE;
    private static final TicketStatus[] STATUSES = TicketStatus.values();
    private static final RateKind[] RATES = RateKind.values();
    /** The sets that each rate counts. */
    private static final int[] COUNTED = {
        bits(EnumSet.of(TicketSet.DUE_RESPONSE, TicketSet.RESPONDED)),
        bits(EnumSet.of(TicketSet.JUDGED, TicketSet.SOLVED, TicketSet.UNREACHABLE_RESOLUTION)),
        bits(EnumSet.of(TicketSet.SCORED, TicketSet.SATISFIED, TicketSet.NEUTRAL, TicketSet.UNREACHABLE_SATISFACTION))
    };
    /** The set of those that each rate leaves out. */
    private static final TicketSet[] EXCLUDED = {
        TicketSet.EXCLUDED_RESPONSE, TicketSet.EXCLUDED_RESOLUTION, TicketSet.EXCLUDED_SATISFACTION
    };

    private static final int ALL_COUNTED = COUNTED[0] | COUNTED[1] | COUNTED[2];

    private static final int UNREACHABLE_SETS = bits(
            EnumSet.of(TicketSet.UNREACHABLE, TicketSet.UNREACHABLE_RESOLUTION, TicketSet.UNREACHABLE_SATISFACTION));

    private static final byte IN_TIME = 1;
    private static final byte LATE = 2;
    private static final byte SOLVED = 8;
    private static final byte UNREACHABLE = 8;
    private static final byte OWN_OF_LEAD = 16;

    final Dictionary<String> areas = new Dictionary<>();
    /** "" is the matter that nobody has decided. */
    final Dictionary<String> matters = new Dictionary<>();

    final Dictionary<UUID> units = new Dictionary<>();
    /** Communities that have reported something themselves. */
    final Dictionary<String> homes = new Dictionary<>();

    private final IdIndex ids = new IdIndex();

    long[] opened_us = new long[1024];
    long[] due_us = new long[1024];
    int[] area = new int[1024];
    int[] matter = new int[1024];
    /** -1 without a unit. */
    int[] unit = new int[1024];

    /** -1 when no community has reported it itself. */
    int[] home = new int[1024];

    byte[] channel = new byte[1024];
    /** NaN without a point. */
    double[] lon = new double[1024];

    double[] lat = new double[1024];
    private byte[] status = new byte[1024];
    private byte[] response = new byte[1024];
    private byte[] verdict = new byte[1024];
    /** A bit for each rate that leaves it out, one for whom nobody could reach, one for the lead's own report. */
    private byte[] apart = new byte[1024];

    private int[] numberDay = new int[1024];
    private int[] numberOfDay = new int[1024];

    int size() {
        return ids.size();
    }

    void put(ColumnRow row) {
        int line = ids.line(row.id());
        if (line == opened_us.length) {
            grow(line * 2);
        }
        Point point = row.point();
        UUID unitId = row.unitId();
        String matterCode = row.matterCode();
        opened_us[line] = micros(row.openedAt());
        due_us[line] = row.dueAt() == null ? NEVER_us : micros(row.dueAt());
        area[line] = areas.code(row.areaKey());
        matter[line] = matters.code(matterCode == null ? "" : matterCode);
        unit[line] = unitId == null ? -1 : units.code(unitId);
        channel[line] = (byte) row.channel().ordinal();
        status[line] = (byte) row.status().ordinal();
        response[line] = row.inTime() == null ? 0 : row.inTime() ? IN_TIME : LATE;
        verdict[line] = (byte) (row.satisfaction() | (row.solved() ? SOLVED : 0));
        apart[line] = (byte) (row.excluded().stream().mapToInt(Columns::bit).sum()
                | (row.unreachable() ? UNREACHABLE : 0)
                | (row.ownOfLead() ? OWN_OF_LEAD : 0));
        home[line] = row.ownAreaKey() == null ? -1 : homes.code(row.ownAreaKey());
        lon[line] = point == null ? Double.NaN : point.lon();
        lat[line] = point == null ? Double.NaN : point.lat();
        int dash = row.number().indexOf('-');
        numberDay[line] = Integer.parseInt(row.number(), 0, dash, 10);
        numberOfDay[line] =
                Integer.parseInt(row.number(), dash + 1, row.number().length(), 10);
    }

    TicketStatus status(int line) {
        return STATUSES[status[line]];
    }

    boolean isOpen(int line) {
        return status[line] <= TicketStatus.WAITING.ordinal();
    }

    /** Which sets a ticket is in at this moment, a bit for each; whoever counts leaves out own reports. */
    int flags(int line, long now_us) {
        int flags = 0;
        boolean late = due_us[line] < now_us;
        if (isOpen(line)) {
            flags |= bit(TicketSet.OPEN) | (late ? bit(TicketSet.OVERDUE) : 0);
        }
        flags |= response(line, late) | verdict(line);
        return (apart[line] & ~OWN_OF_LEAD) == 0 ? flags : beside(line, flags);
    }

    /** Whether the unit that has the lead has reported it itself. */
    boolean isOwnOfLead(int line) {
        return (apart[line] & OWN_OF_LEAD) != 0;
    }

    /** The sets of a ticket that all rates leave out as an own report. */
    static int leftOut(int flags) {
        return flags & ~ALL_COUNTED | bit(TicketSet.OWN_REPORT);
    }

    private int response(int line, boolean late) {
        if (response[line] != 0) {
            return bit(TicketSet.DUE_RESPONSE) | (response[line] == IN_TIME ? bit(TicketSet.RESPONDED) : 0);
        }
        return late && status[line] == TicketStatus.DISPATCHED.ordinal() ? bit(TicketSet.DUE_RESPONSE) : 0;
    }

    private int verdict(int line) {
        int score = verdict[line] & ~SOLVED;
        if (score == 0) {
            return 0;
        }
        int flags = bit(TicketSet.JUDGED) | bit(TicketSet.SCORED);
        flags |= (verdict[line] & SOLVED) != 0 ? bit(TicketSet.SOLVED) : 0;
        return flags | (score >= 4 ? bit(TicketSet.SATISFIED) : score == 3 ? bit(TicketSet.NEUTRAL) : 0);
    }

    /** What the rates leave out of it, and whom nobody could reach. */
    private int beside(int line, int flags) {
        int excluded = apart[line] & ~(UNREACHABLE | OWN_OF_LEAD);
        boolean unreachable = (apart[line] & UNREACHABLE) != 0 && verdict[line] == 0;
        int changed = flags | (excluded != 0 ? bit(TicketSet.EXCLUDED) : 0);
        changed |= unreachable ? UNREACHABLE_SETS : 0;
        for (RateKind rate : RATES) {
            if ((excluded & bit(rate)) != 0) {
                changed = changed & ~COUNTED[rate.ordinal()] | bit(EXCLUDED[rate.ordinal()]);
            }
        }
        return changed;
    }

    private static int bits(EnumSet<TicketSet> sets) {
        return sets.stream().mapToInt(Columns::bit).sum();
    }

    private static int bit(RateKind rate) {
        return 1 << rate.ordinal();
    }

    static int bit(TicketSet set) {
        return 1 << set.ordinal();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static @Nullable Instant instant(long at_us) {
        return at_us == NEVER_us ? null : Instant.EPOCH.plus(at_us, ChronoUnit.MICROS);
    }

    Dot dot(int line, long now_us) {
        String code = matters.value(matter[line]);
        return new Dot(
                ids.id(line),
                "%08d-%06d".formatted(numberDay[line], numberOfDay[line]),
                status(line),
                code.isEmpty() ? null : code,
                areas.value(area[line]),
                instant(due_us[line]),
                isOpen(line) && due_us[line] < now_us,
                Double.isNaN(lon[line]) ? null : new Point(lon[line], lat[line]));
    }

    static Channel channel(int code) {
        return Channel.values()[code];
    }

    private void grow(int length) {
        opened_us = Arrays.copyOf(opened_us, length);
        due_us = Arrays.copyOf(due_us, length);
        area = Arrays.copyOf(area, length);
        matter = Arrays.copyOf(matter, length);
        unit = Arrays.copyOf(unit, length);
        home = Arrays.copyOf(home, length);
        channel = Arrays.copyOf(channel, length);
        lon = Arrays.copyOf(lon, length);
        lat = Arrays.copyOf(lat, length);
        status = Arrays.copyOf(status, length);
        response = Arrays.copyOf(response, length);
        verdict = Arrays.copyOf(verdict, length);
        apart = Arrays.copyOf(apart, length);
        numberDay = Arrays.copyOf(numberDay, length);
        numberOfDay = Arrays.copyOf(numberOfDay, length);
    }
}
