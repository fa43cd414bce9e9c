import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Seeds spread evenly inside each street (Lloyd), then one Voronoi diagram of the whole city: neighbours share their
 * corners, so nothing overlaps and nothing is left out on any level. Everything is reckoned in kilometres around the
 * city's centre; corners are rounded once, for both neighbours.
 */
final class Tessellation {
    private static final double LON = 114.93;
    private static final double LAT = 27.81;
    private static final double KM_PER_LAT = 110.8;
    private static final double KM_PER_LON = 98.6;
    private static final double STEP = 0.11;
    private static final double GHOST_STEP = 2.2;
    private static final double HALF_WIDTH = 52;
    private static final double HALF_HEIGHT = 40;
    /** How far, in parts of its length, a border may leave the straight line. */
    private static final double WAVE = 0.055;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<Divisions.Street> streets;
    private final Map<Divisions.Street, List<double[]>> land = new HashMap<>();
    private final List<double[]> outside = new ArrayList<>();

    Tessellation(List<Divisions.Street> streets) {
        this.streets = streets;
        boolean[][] filled = flooded();
        for (double x = -HALF_WIDTH; x < HALF_WIDTH; x += STEP) {
            for (double y = -HALF_HEIGHT; y < HALF_HEIGHT; y += STEP) {
                if (!filled[column(x)][row(y)]) {
                    land.computeIfAbsent(nearest(x, y), _ -> new ArrayList<>()).add(new double[] {x, y});
                }
            }
        }
    }

    static double x(double lon) {
        return (lon - LON) * KM_PER_LON;
    }

    static double y(double lat) {
        return (lat - LAT) * KM_PER_LAT;
    }

    static double lon(double x) {
        return Math.round((LON + x / KM_PER_LON) * 1e6) / 1e6;
    }

    static double lat(double y) {
        return Math.round((LAT + y / KM_PER_LAT) * 1e6) / 1e6;
    }

    private Divisions.Street nearest(double x, double y) {
        return streets.stream()
                .min(Comparator.comparingDouble(street -> power(street, x, y)))
                .orElseThrow();
    }

    private static double power(Divisions.Street street, double x, double y) {
        double dx = x - street.x;
        double dy = y - street.y;
        return dx * dx + dy * dy - street.radius * street.radius;
    }

    /** What lies outside the city: the coarse squares that can be reached from the edge of the sheet. */
    private boolean[][] flooded() {
        int columns = column(HALF_WIDTH) + 1;
        int rows = row(HALF_HEIGHT) + 1;
        var flooded = new boolean[columns][rows];
        var open = new java.util.ArrayDeque<int[]>();
        open.add(new int[] {0, 0});
        flooded[0][0] = true;
        while (!open.isEmpty()) {
            int[] at = open.remove();
            double x = at[0] * GHOST_STEP - HALF_WIDTH;
            double y = at[1] * GHOST_STEP - HALF_HEIGHT;
            outside.add(new double[] {x, y});
            for (int[] next : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                int i = at[0] + next[0];
                int j = at[1] + next[1];
                if (i >= 0 && j >= 0 && i < columns && j < rows && !flooded[i][j]) {
                    double nextX = i * GHOST_STEP - HALF_WIDTH;
                    double nextY = j * GHOST_STEP - HALF_HEIGHT;
                    if (power(nearest(nextX, nextY), nextX, nextY) > 0) {
                        flooded[i][j] = true;
                        open.add(new int[] {i, j});
                    }
                }
            }
        }
        return flooded;
    }

    private static int column(double x) {
        return (int) Math.round((x + HALF_WIDTH) / GHOST_STEP);
    }

    private static int row(double y) {
        return (int) Math.round((y + HALF_HEIGHT) / GHOST_STEP);
    }

    /** The points of a street, nearest to a place first. */
    List<double[]> land(Divisions.Street street, double nearX, double nearY) {
        return land.get(street).stream()
                .sorted(Comparator.comparingDouble(p -> Math.hypot(p[0] - nearX, p[1] - nearY)))
                .toList();
    }

    static double area(List<double[]> points) {
        return points.size() * STEP * STEP;
    }

    /** So many points, each in the middle of what is nearest to it. */
    static List<double[]> spread(List<double[]> points, int count, Random random) {
        var seeds = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            seeds.add(points.get(random.nextInt(points.size())).clone());
        }
        for (int round = 0; round < 45; round++) {
            var sums = new double[count][3];
            for (double[] point : points) {
                double[] sum = sums[closest(seeds, point)];
                sum[0] += point[0];
                sum[1] += point[1];
                sum[2]++;
            }
            for (int i = 0; i < count; i++) {
                seeds.set(
                        i,
                        sums[i][2] == 0
                                ? points.get(random.nextInt(points.size())).clone()
                                : new double[] {sums[i][0] / sums[i][2], sums[i][1] / sums[i][2]});
            }
        }
        return seeds;
    }

    private static int closest(List<double[]> seeds, double[] point) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < seeds.size(); i++) {
            double dx = seeds.get(i)[0] - point[0];
            double dy = seeds.get(i)[1] - point[1];
            double distance = dx * dx + dy * dy;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Draws all cells and tells each its neighbours. */
    void draw(List<Cell> cells, long seed) {
        Map<Coordinate, Cell> bySite = new HashMap<>();
        cells.forEach(cell -> bySite.put(new Coordinate(cell.x, cell.y), cell));
        var sites = new ArrayList<>(bySite.keySet());
        var random = new Random(seed);
        for (double[] ghost : outside) {
            sites.add(new Coordinate(
                    ghost[0] + (random.nextDouble() - .5) * 1.3, ghost[1] + (random.nextDouble() - .5) * 1.3));
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry diagram = builder.getDiagram(GEOMETRY);
        Map<String, Cell> byEdge = new HashMap<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry piece = diagram.getGeometryN(i);
            Cell cell = bySite.get((Coordinate) piece.getUserData());
            if (cell != null) {
                Coordinate[] corners = corners(piece.getCoordinates());
                cell.polygon = GEOMETRY.createPolygon(waved(corners));
                if (!cell.polygon.isValid()) {
                    throw new IllegalStateException("a cell crosses itself; choose another seed or a smaller wave");
                }
                for (int edge = 0; edge + 1 < corners.length; edge++) {
                    Cell other = byEdge.put(edge(corners[edge], corners[edge + 1]), cell);
                    if (other != null) {
                        cell.neighbours.add(other);
                        other.neighbours.add(cell);
                    }
                }
            }
        }
    }

    /** In rounded degrees; corners that fall together are one. */
    private static Coordinate[] corners(Coordinate[] ring) {
        Coordinate[] rounded = Arrays.stream(ring)
                .map(corner -> new Coordinate(lon(corner.x), lat(corner.y)))
                .toArray(Coordinate[]::new);
        var kept = new ArrayList<Coordinate>();
        for (Coordinate corner : rounded) {
            if (kept.isEmpty() || !kept.getLast().equals2D(corner)) {
                kept.add(corner);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static String edge(Coordinate one, Coordinate other) {
        return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
    }

    private static Coordinate[] waved(Coordinate[] corners) {
        var ring = new ArrayList<Coordinate>();
        for (int i = 0; i + 1 < corners.length; i++) {
            List<Coordinate> border = border(corners[i], corners[i + 1]);
            ring.addAll(border.subList(0, border.size() - 1));
        }
        ring.add(corners[0]);
        return ring.toArray(Coordinate[]::new);
    }

    /** The same wave whichever neighbour asks. */
    private static List<Coordinate> border(Coordinate from, Coordinate to) {
        if (from.compareTo(to) > 0) {
            return border(to, from).reversed();
        }
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double length = Math.hypot(dx * KM_PER_LON, dy * KM_PER_LAT);
        int pieces = length < .12 ? 1 : length < .5 ? 2 : 3;
        var random = new Random((long) (from.x * 1e6) * 31 + (long) (from.y * 1e6) * 17 + (long) (to.x * 1e6));
        var line = new ArrayList<Coordinate>();
        line.add(from);
        for (int i = 1; i < pieces; i++) {
            double along = (double) i / pieces;
            double aside = (random.nextDouble() - .5) * 2 * WAVE;
            line.add(new Coordinate(
                    Math.round((from.x + along * dx - aside * dy) * 1e6) / 1e6,
                    Math.round((from.y + along * dy + aside * dx) * 1e6) / 1e6));
        }
        line.add(to);
        return line;
    }

    /** A point well inside a cell. */
    static double[] inside(Cell cell, Random random) {
        Geometry room = cell.polygon;
        for (double margin = .18; margin > .02; margin /= 2) {
            Geometry smaller = cell.polygon.buffer(-margin * Math.sqrt(cell.polygon.getArea()));
            if (!smaller.isEmpty()) {
                room = smaller;
                break;
            }
        }
        var box = room.getEnvelopeInternal();
        for (int i = 0; i < 400; i++) {
            double lon = Math.round((box.getMinX() + random.nextDouble() * box.getWidth()) * 1e6) / 1e6;
            double lat = Math.round((box.getMinY() + random.nextDouble() * box.getHeight()) * 1e6) / 1e6;
            if (room.covers(GEOMETRY.createPoint(new Coordinate(lon, lat)))) {
                return new double[] {lon, lat};
            }
        }
        var point = cell.polygon.getInteriorPoint();
        return new double[] {point.getX(), point.getY()};
    }
}
