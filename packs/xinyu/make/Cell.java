import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;

/** The smallest piece of territory: a grid, or a community that has no grids. */
final class Cell {
    double x;
    double y;
    final Divisions.Street street;
    final boolean grid;
    Divisions.Community community;
    String code;
    String name;
    int households;
    Polygon polygon;
    final Set<Cell> neighbours = new HashSet<>();
    final List<String> compounds = new ArrayList<>();

    Cell(double x, double y, Divisions.Street street, boolean grid) {
        this.x = x;
        this.y = y;
        this.street = street;
        this.grid = grid;
    }

    double distance2(double otherX, double otherY) {
        return (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
    }
}
