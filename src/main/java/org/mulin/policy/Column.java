package org.mulin.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mulin.base.Said;
import org.mulin.policy.ColumnType.Fault;

/**
 * One column of a CSV table.
 *
 * @param allowed what may stand in a cell, for people
 * @param optional the cell may be empty
 * @param key no two rows hold the same value
 */
public record Column(String name, ColumnType type, Said allowed, boolean optional, boolean key) {
    /** Items of a list cell are parted by it; the full-width form is a common slip and is reported. */
    static final String LIST_SEPARATOR = ";";

    private static final int TEXT_MAX = 2_000;
    /** Java takes digits of every script; what is kept is read by others too. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    public static Column of(String name, Said allowed, ColumnType type) {
        return new Column(name, type, allowed, false, false);
    }

    public static Column text(String name) {
        return of(
                name,
                Said.of("column.text", TEXT_MAX),
                cell -> cell.length() > TEXT_MAX
                        ? Optional.of(Fault.of("cell-too-long", cell.length(), TEXT_MAX))
                        : Optional.empty());
    }

    /** ASCII letters, digits, {@code _ . -}; begins with a letter or digit; at most 64. */
    public static Column code(String name) {
        return of(
                name,
                Said.of("column.code"),
                cell -> CODE.matcher(cell).matches() ? Optional.empty() : fault("cell-not-code", cell));
    }

    public static Column matching(String name, Pattern pattern, String faultCode) {
        return of(
                name,
                Said.of("column.pattern"),
                cell -> pattern.matcher(cell).matches() ? Optional.empty() : fault(faultCode, cell));
    }

    public static Column integer(String name, int min, int max) {
        return of(name, Said.of("column.integer", min, max), cell -> {
            if (!ASCII.matcher(cell).matches()) {
                return fault("cell-not-integer", cell);
            }
            try {
                int value = Integer.parseInt(cell);
                return value < min || value > max ? fault("cell-out-of-range", cell, min, max) : Optional.empty();
            } catch (NumberFormatException e) {
                return fault("cell-not-integer", cell);
            }
        });
    }

    public static Column decimal(String name, double min, double max) {
        return of(name, Said.of("column.decimal", min, max), cell -> {
            try {
                double value = Double.parseDouble(cell);
                return value >= min && value <= max ? Optional.empty() : fault("cell-out-of-range", cell, min, max);
            } catch (NumberFormatException e) {
                return fault("cell-not-decimal", cell);
            }
        });
    }

    /** A day such as 2026-01-31. */
    public static Column date(String name) {
        return of(name, Said.of("column.date"), cell -> {
            try {
                LocalDate.parse(cell);
                return Optional.empty();
            } catch (DateTimeParseException e) {
                return fault("cell-not-date", cell);
            }
        });
    }

    public static Column choice(String name, String... choices) {
        Set<String> allowed = Set.of(choices);
        String shown = String.join(" / ", choices);
        return of(
                name,
                Said.of("column.choice", shown),
                cell -> allowed.contains(cell) ? Optional.empty() : fault("cell-not-choice", cell, shown));
    }

    /** A {@link Limit} such as 3wd. */
    public static Column limit(String name) {
        return of(
                name,
                Said.of("column.limit"),
                cell -> Limit.read(cell).isPresent() ? Optional.empty() : fault("cell-not-limit", cell));
    }

    public static Column yesNo(String name) {
        return choice(name, "yes", "no");
    }

    /** Items parted by {@code ;}, none empty, none twice. */
    public static Column list(String name) {
        return of(name, Said.of("column.list"), Column::listFault);
    }

    /** Whether the text may stand in this column, "" only where it may be empty. */
    public boolean fits(String cell) {
        return cell.isEmpty() ? optional : type.fault(cell).isEmpty();
    }

    public Column asOptional() {
        return new Column(name, type, allowed, true, key);
    }

    public Column asKey() {
        return new Column(name, type, allowed, optional, true);
    }

    static List<String> items(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(LIST_SEPARATOR, -1))
                        .map(String::strip)
                        .toList();
    }

    private static Optional<Fault> listFault(String cell) {
        if (cell.contains("；")) {
            return fault("list-separator", LIST_SEPARATOR);
        }
        var seen = new HashSet<String>();
        for (String item : items(cell)) {
            if (item.isEmpty()) {
                return fault("list-item-empty");
            }
            if (!seen.add(item)) {
                return fault("list-item-twice", item);
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(String code, Object... arguments) {
        return Optional.of(Fault.of(code, arguments));
    }
}
