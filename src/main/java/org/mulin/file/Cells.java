package org.mulin.file;

/** Makes cells safe to keep and to show in a spreadsheet. */
public final class Cells {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Cells() {}

    /** Without what PostgreSQL cannot keep: NUL, and halves of a surrogate pair. */
    public static String storable(String cell) {
        boolean clean = cell.indexOf('\0') < 0 && cell.chars().noneMatch(c -> Character.isSurrogate((char) c));
        if (clean) {
            return cell;
        }
        StringBuilder kept = new StringBuilder(cell.length());
        cell.codePoints().forEach(codePoint -> {
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                kept.append('\ufffd');
            } else if (codePoint != 0) {
                kept.appendCodePoint(codePoint);
            }
        });
        return kept.toString();
    }

    /** A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
    public static String neutralised(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Takes the apostrophe of {@link #neutralised} away again. */
    public static String restored(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
