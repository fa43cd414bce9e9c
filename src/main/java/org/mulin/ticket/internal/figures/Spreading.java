package org.mulin.ticket.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.mulin.ticket.TicketFigures.Cluster;
import org.mulin.ticket.TicketFigures.Dot;
import org.mulin.ticket.TicketFigures.Spread;
import org.mulin.ticket.TicketFigures.Window;
import org.mulin.triage.Point;

/** One walk over the columns that finds what a map shows: dots, or clusters when there are too many. */
final class Spreading {
    /** Cells along one edge of the map, so that clusters stay readable and bounded. */
    private static final int CELLS_MAX = 40;

    private static final int ANY = -2;

    private final Columns columns;
    private final Window window;
    private final long now_us;
    /** -1, which no ticket has, when no ticket has this matter. */
    private final int matter;

    private final double cell_deg;
    private final long west;
    private final long south;
    private final int width;
    private final int[] count;
    private final int[] overdue;
    private final double[] lon;
    private final double[] lat;

    Spreading(Columns columns, Window window, long now_us) {
        this.columns = columns;
        this.window = window;
        this.now_us = now_us;
        String wanted = window.matterCode();
        matter = wanted == null ? ANY : columns.matters.find(wanted);
        double span_deg = Math.max(
                window.northEast().lon() - window.southWest().lon(),
                window.northEast().lat() - window.southWest().lat());
        cell_deg = Math.max(window.cell_deg(), Math.max(span_deg, 1e-6) / CELLS_MAX);
        west = cell(window.southWest().lon());
        south = cell(window.southWest().lat());
        width = (int) (cell(window.northEast().lon()) - west + 1);
        int cells = width * (int) (cell(window.northEast().lat()) - south + 1);
        count = new int[cells];
        overdue = new int[cells];
        lon = new double[cells];
        lat = new double[cells];
    }

    private long cell(double deg) {
        return (long) Math.floor(deg / cell_deg);
    }

    Spread made() {
        int[] childOf = Count.childOf(columns, window.range(), List.of());
        int total = 0;
        int[] first = new int[window.dots_max()];
        for (int line = 0; line < columns.size(); line++) {
            if (isIn(line) && childOf[columns.area[line]] >= 0) {
                if (total < first.length) {
                    first[total] = line;
                }
                total++;
                gather(line);
            }
        }
        return total <= first.length
                ? new Spread(total, dots(first, total), List.of())
                : new Spread(total, List.of(), clusters());
    }

    private boolean isIn(int line) {
        double x = columns.lon[line];
        double y = columns.lat[line];
        return x >= window.southWest().lon()
                && x <= window.northEast().lon()
                && y >= window.southWest().lat()
                && y <= window.northEast().lat()
                && (window.status() == null ? columns.isOpen(line) : columns.status(line) == window.status())
                && (matter == ANY || columns.matter[line] == matter);
    }

    private void gather(int line) {
        int cell = (int) ((cell(columns.lat[line]) - south) * width + cell(columns.lon[line]) - west);
        count[cell]++;
        lon[cell] += columns.lon[line];
        lat[cell] += columns.lat[line];
        if (columns.isOpen(line) && columns.due_us[line] < now_us) {
            overdue[cell]++;
        }
    }

    private List<Dot> dots(int[] lines, int total) {
        List<Dot> dots = new ArrayList<>();
        for (int each = 0; each < total; each++) {
            dots.add(columns.dot(lines[each], now_us));
        }
        return dots;
    }

    private List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>();
        for (int cell = 0; cell < count.length; cell++) {
            if (count[cell] > 0) {
                Point middle = new Point(lon[cell] / count[cell], lat[cell] / count[cell]);
                clusters.add(new Cluster(middle, count[cell], overdue[cell]));
            }
        }
        return clusters;
    }
}
